// The launcher: makes the set-up every command needs, then runs it. Being written.
