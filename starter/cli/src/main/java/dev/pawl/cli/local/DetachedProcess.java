package dev.pawl.cli.local;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** The local process, started so that neither Ctrl-C nor the end of the terminal reaches it. */
final class DetachedProcess {
    private final List<String> command;
    private final Home home;
    private final Context context;

    DetachedProcess(List<String> command, Home home, Context context) {
        this.command = command;
        this.home = home;
        this.context = context;
    }

    Process start() throws IOException {
        List<String> detached = new ArrayList<>(prefix());
        detached.addAll(command);
        detached.add("--home");
        detached.add(home.directory().toString());
        // Its working directory must stay removable.
        return new ProcessBuilder(detached)
                .directory(home.directory().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.to(home.output().toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private List<String> prefix() {
        Programs programs = new Programs(context.environment().getOrDefault("PATH", ""));
        return programs.find("setsid")
                .map(setsid -> List.of(setsid.toString()))
                // macOS has no setsid: ignored signals stay ignored across exec.
                .orElse(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "pawl"));
    }
}
