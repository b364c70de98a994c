package dev.pawl.workspace.integration;

import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.git.Git;
import java.nio.file.Path;

/** A git that fails at one of its calls, before or after the call took effect, as if it was killed or a disk was full. */
final class CutGit {
    private final Path directory;

    CutGit(Path root) {
        this.directory = root.resolve("cut");
        Given.write(directory.resolve("at"), "0");
        Given.write(directory.resolve("when"), "before");
        Given.write(directory.resolve("count"), "0");
        Given.write(directory.resolve("git"), """
                #!/bin/sh
                cd_back=$PWD; cd '%1$s' || exit 1
                read n < count; n=$((n + 1)); echo $n > count
                read at < at; read when < when
                cd "$cd_back" || exit 1
                if [ $n -eq $at ]; then
                  if [ $when = after ]; then git "$@" > /dev/null 2>&1; fi
                  echo 'fatal: write error: No space left on device' >&2
                  exit 128
                fi
                exec git "$@"
                """.formatted(directory));
        Given.sh(directory, "chmod +x git; echo 0 > count; echo 0 > at; echo before > when");
    }

    Git git() {
        return new Git(directory.resolve("git").toString());
    }

    /** @param call counted from 1 */
    void failAt(int call, boolean done) {
        Given.sh(directory, "echo 0 > count; echo %d > at; echo %s > when".formatted(call, done ? "after" : "before"));
    }

    /** Whether the call was reached. */
    boolean failed() {
        return Given.sh(directory, "[ $(cat count) -ge $(cat at) ] && echo yes || echo no")
                .equals("yes");
    }
}
