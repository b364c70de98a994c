package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tools that refuse to start: they do not trust the configuration of the workspace, or lack the version it names. */
final class NotTrusted {
    private interface Named {
        HostObstacle of(RedBase red, MatchResult said);
    }

    private record Refusal(Pattern said, Named obstacle) {}

    private static final List<Refusal> REFUSALS = List.of(
            refusal(
                    "(?im)^.*\\bmise\\b.*\\bconfig files? in .* (?:are|is) not trusted.*$",
                    (red, said) -> red.run(
                            "mise does not trust the configuration of the workspace",
                            "mise trust --quiet && " + red.check().run())),
            refusal(
                    "(?m)^.*direnv: error \\S*\\.envrc is blocked.*$",
                    (red, said) -> red.run(
                            "direnv does not trust .envrc of the workspace",
                            "direnv allow . && " + red.check().run())),
            refusal(
                    "detected dubious ownership in repository at '([^'\\n]+)'",
                    (red, said) -> red.obstacle(
                            "git does not trust %s, which belongs to another user".formatted(said.group(1)),
                            "make its files belong to the user that Pawl runs as")),
            refusal(
                    "(?m)^(?:pyenv|rbenv|nodenv|goenv|jenv): version [`'\"]([^'\"\\n]+)['\"] is not installed",
                    version()),
            refusal("(?m)^error: toolchain ['\"`]([^'\"`\\n]+)['\"`] is not installed", version()),
            refusal("(?m)^No (?:preset )?version (?:is set|installed) for command (\\S+)", version()),
            refusal("(?m)^.*\\bmise\\b ERROR .*?([\\w.-]+@[\\w.-]+) (?:is )?not installed", version()),
            refusal("(?m)^N/A: version \"([^\"\\n]+)\" is not yet installed", version()),
            refusal("(?m)^Volta error: (.+)$", version()),
            refusal(
                    "(?m)^The JAVA_HOME environment variable is not defined correctly",
                    (red, said) -> red.obstacle("JAVA_HOME names no JDK", "set JAVA_HOME where Pawl is started")));

    private NotTrusted() {}

    private static Refusal refusal(String said, Named obstacle) {
        return new Refusal(Pattern.compile(said), obstacle);
    }

    private static Named version() {
        return (red, said) -> red.obstacle(
                "the version manager says: " + said.group().strip(),
                "install that version on this host, as the user that Pawl runs as");
    }

    static Optional<HostObstacle> of(RedBase red) {
        if (red.tested()) {
            return Optional.empty();
        }
        for (Refusal refusal : REFUSALS) {
            Matcher said = refusal.said().matcher(red.output());
            if (said.find()) {
                return Optional.of(refusal.obstacle().of(red, said.toMatchResult()));
            }
        }
        return Optional.empty();
    }
}
