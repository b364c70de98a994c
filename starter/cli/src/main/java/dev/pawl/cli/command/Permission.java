package dev.pawl.cli.command;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.repository.Consents;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.taskfile.Defaults;
import java.io.IOException;
import java.util.Optional;

/** The user's permission for what the defaults of a repository make this machine run or give; once per content. */
public final class Permission {
    private final Context context;
    private final Consents consents;

    public Permission(Context context) {
        this.context = context;
        this.consents = new Consents(Home.of(context));
    }

    /** What is not permitted yet, one line for people; empty if nothing. */
    public Optional<String> lacking(Defaults defaults) {
        return defaults.repository()
                .filter(repository -> !consents.given(repository, defaults.needingConsent()))
                .map(repository -> repository.defaults() + " sets what needs your permission: "
                        + String.join("; ", defaults.needingConsent().lines().toList())
                        + "; run the task with --trust to permit it");
    }

    /**
     * Shows what needs permission in full, and asks for it unless it was given.
     *
     * @param trust gives it without a question
     * @param again the command that gives it
     * @throws CommandFailure if it is not given
     */
    public void require(Defaults defaults, boolean trust, String again) throws IOException {
        String keys = defaults.needingConsent();
        Repository repository = defaults.repository().orElse(null);
        if (repository == null || consents.given(repository, keys)) {
            return;
        }
        context.terminal().say(repository.defaults() + " makes tasks of this repository run or give more than usual:");
        keys.lines().forEach(line -> context.terminal().say("  " + line));
        boolean permitted =
                trust || (context.terminal().interactive() && context.terminal().confirm("Permit it from now on?"));
        if (!permitted) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION, "not permitted, so nothing was started; to permit it: " + again);
        }
        consents.give(repository, keys);
    }
}
