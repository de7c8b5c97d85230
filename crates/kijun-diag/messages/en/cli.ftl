# What the commands say.

diagnostic-note = note:
diagnostic-help = help:
