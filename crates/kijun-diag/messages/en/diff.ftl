# Two runs, or two editions, beside each other.

diff-unlike = `{ $edition }` is an edition and `{ $run }` is not. Name two runs, or two editions
diff-no-edition = there is no edition `{ $edition }`
