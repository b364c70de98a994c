package dev.pawl.cli.plandraft;

import dev.pawl.cli.init.BuildCommands;
import dev.pawl.cli.planfile.RepositoryFiles;
import java.io.IOException;

/** What the agent that drafts a plan is asked. */
public final class DraftPrompt {
    /** A plan of the format that the prompt explains. */
    static final String EXAMPLE = """
            title: Times as UTC, statuses as an enumeration
            checks:
              - name: whole suite
                run: python3 -m pytest -q
                must: no-new-failures
            packages:
              - id: events
                title: Known statuses and UTC times
                owns: [relay/event.py, tests/test_event_times.py]
                files: [tests/test_event_times.py]
                checks: ["python3 -m pytest -q tests/test_event_times.py"]
                estimate: 20m
                prompt: |
                  Make the status of an event in relay/event.py an enumeration, and its times UTC.
                  Write tests of both in tests/test_event_times.py.
              - id: cli
                title: Refuse unknown statuses
                needs: [events]
                owns: [relay/cli.py]
                estimate: 10m
                prompt: |
                  The option --status of relay/cli.py refuses what is no status, and names the valid ones.
            """;

    private DraftPrompt() {}

    /** @param goal in the user's words */
    public static String of(String goal, RepositoryFiles files, BuildCommands build) throws IOException {
        return """
                Write a plan for the goal below into the file %s, in the top directory. Do not work on the goal itself,
                and change no other file. Read the repository first.

                # Goal

                %s

                # What a plan is

                A plan divides the work into packages that run side by side. Each package is done by another agent,
                which sees the repository and the prompt of its package, and nothing of this conversation or of the
                other packages. Its result is merged if its checks are green and it changed only what it owns.

                - A prompt says everything that its agent has to know: what to do, where, and what has to hold
                  afterwards, including names and formats that other packages rely on.
                - `owns` lists paths, or globs, that the package may change. No path belongs to two packages, unless
                  one needs the other, directly or through others. `may-touch` is for the few paths that several
                  change, such as lock files.
                - A glob has to match a file that exists. Each new file is listed under `files`, and owned too.
                - `needs` names packages whose result is merged before this one starts. Use it only where it is
                  necessary: what needs nothing runs at once.
                - `checks` are shell commands whose exit code proves the work. Those of the plan run on the merged
                  files, without a git repository around them, and for packages without checks of their own.
                  `must: no-new-failures` accepts failures that were there before. `setup` prepares a clean copy.
                - `estimate` is how long the package takes, such as 20m.
                - A few packages of half an hour are better than many small ones. One package is a valid plan.

                The file is YAML in block style: each key starts its own line, without aliases and anchors. It has only
                the keys of the schema: the repository, the agents, limits and delivery are the user's choice, and are
                added later.

                An example:

                ```yaml
                %s```

                The JSON Schema:

                ```json
                %s
                ```

                # The repository

                %s""".formatted(Draft.FILE, goal, EXAMPLE, DraftSchema.text(), new RepositoryMap(files, build).text());
    }
}
