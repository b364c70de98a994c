package dev.pawl.agent.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The user's sign-in after runs that do anything with their copy: whole runs through an adapter. */
@Timeout(120)
class LentSignInsTest {
    private static final String LENT = signIn("lent", 1_900_000_000_000L);
    private static final String NEWER = signIn("newer", 1_900_000_100_000L);
    private static final String OLDER = signIn("older", 1_800_000_000_000L);

    @TempDir
    Path directory;

    private Path own = Path.of("unset");

    private static String signIn(String token, long expiresAt) {
        return """
                {"claudeAiOauth":{"accessToken":"%s","refreshToken":"r-%s","expiresAt":%d,"scopes":["user:inference"]}}""".formatted(token, token, expiresAt);
    }

    @BeforeEach
    void aSignedInUser() throws IOException {
        Path home = Files.createDirectories(directory.resolve("user/.claude"));
        own = Files.writeString(home.resolve(".credentials.json"), LENT);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(directory.resolve("user/secret"), signIn("a secret", 1_990_000_000_000L));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("nothing", ":"),
                Arguments.of("it removes it", "rm \"$LENT\""),
                Arguments.of("it empties it", ": > \"$LENT\""),
                Arguments.of("it signs out", echo(signIn("", 0))),
                Arguments.of("a stub with a time", echo(signIn("", 1_990_000_000_000L))),
                Arguments.of("blank tokens", echo(signIn(" ", 1_990_000_000_000L))),
                Arguments.of(
                        "no refresh token",
                        echo("{\"claudeAiOauth\":{\"accessToken\":\"t\",\"expiresAt\":1990000000000}}")),
                Arguments.of("it is older", echo(OLDER)),
                Arguments.of("another token of the same age", echo(signIn("other", 1_900_000_000_000L))),
                Arguments.of("a time that is no number", echo(NEWER.replace("1900000100000", "\"1900000100000\""))),
                Arguments.of("a token that is no text", echo(NEWER.replace("\"newer\"", "{\"a\":1}"))),
                Arguments.of("garbage", "head -c 3000 /dev/urandom > \"$LENT\""),
                Arguments.of("half of it", echo(NEWER.substring(0, NEWER.length() - 9))),
                Arguments.of("two of them", echo(NEWER + NEWER)),
                Arguments.of("an array", echo("[" + NEWER + "]")),
                Arguments.of(
                        "another kind's",
                        echo("{\"access_token\":\"a\",\"refresh_token\":\"b\",\"expiry_date\":1990000000000}")),
                Arguments.of("a number", echo("1990000000000")),
                Arguments.of("nested deep", "head -c 900000 /dev/zero | tr '\\0' '[' > \"$LENT\""),
                Arguments.of("a huge file", echo(NEWER) + "; truncate -s 5T \"$LENT\""),
                Arguments.of("a link to a secret", "ln -sf \"$SECRET\" \"$LENT\""),
                Arguments.of("a hard link to a secret", "ln -f \"$SECRET\" \"$LENT\""),
                Arguments.of("a link to the user's own", "ln -sf \"$OWN\" \"$LENT\""),
                Arguments.of("a link that leads nowhere", "ln -sf /nonexistent \"$LENT\""),
                Arguments.of("a pipe", "rm \"$LENT\"; mkfifo \"$LENT\""),
                Arguments.of("a directory", "rm \"$LENT\"; mkdir \"$LENT\"; echo x > \"$LENT/x\""),
                Arguments.of("a device", "rm \"$LENT\"; ln -s /dev/zero \"$LENT\""),
                Arguments.of(
                        "a link in place of the directory",
                        "cp \"$SECRET\" \"$USER_HOME/.credentials.json\"; rm -r \"$CLAUDE_CONFIG_DIR\"; ln -s \"$USER_HOME\" \"$CLAUDE_CONFIG_DIR\""),
                Arguments.of(
                        "a link to the user's own directory in place of the directory",
                        "rm -r \"$CLAUDE_CONFIG_DIR\"; ln -s \"${OWN%/*}\" \"$CLAUDE_CONFIG_DIR\""),
                Arguments.of("no directory", "rm -r \"$CLAUDE_CONFIG_DIR\""),
                Arguments.of(
                        "a pipe in place of the directory",
                        "rm -r \"$CLAUDE_CONFIG_DIR\"; mkfifo \"$CLAUDE_CONFIG_DIR\""));
    }

    private static String echo(String content) {
        return "printf '%%s' '%s' > \"$LENT\"".formatted(content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void theUsersSignInStaysAsItIsWhenARunLeaves(String what, String script) throws Exception {
        run(script);

        assertThat(own).as(what).isRegularFile().hasContent(LENT);
        assertThat(Files.isSymbolicLink(own)).isFalse();
        assertThat(directory.resolve("user/secret")).exists();
        assertThat(own.resolveSibling(".").toFile().list()).hasSize(1);
    }

    @Test
    void aRenewedSignInIsHandedBackHoweverTheRunEnds() throws Exception {
        run(echo(NEWER) + "; kill -KILL $$");

        assertThat(own).hasContent(NEWER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingOfTheLentSignInIsLeftInTheRun() throws Exception {
        AgentRun run = run(echo(NEWER));

        assertThat(Files.exists(run.runDirectory().resolve("claude/.credentials.json"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aUserWhoSignedOutMeanwhileStaysSignedOut() throws Exception {
        run(echo(NEWER) + "; rm \"$OWN\"");

        assertThat(own).doesNotExist();
    }

    @Test
    void aUsersNewSignInIsKeptEvenIfThatOfTheRunIsNewer() throws Exception {
        run("printf '%%s' '%s' > \"$OWN\"; ".formatted(OLDER.replace("older", "anew")) + echo(NEWER));

        assertThat(own).hasContent(OLDER.replace("older", "anew"));
    }

    @Test
    void theCopyIsReadableOnlyByItsOwner() throws Exception {
        AgentRun run = run("ls -l \"$LENT\" > listed");

        assertThat(run.workspace().resolve("listed")).content().startsWith("-rw-------");
    }

    @Test
    void aRenewedSignInIsHandedBackWhileTheRunContinues() throws Exception {
        run(echo(NEWER) + "; i=0; until grep -q newer \"$OWN\" || [ $i = 300 ]; do sleep 0.1; i=$((i + 1)); done;"
                + " cp \"$OWN\" seen");

        assertThat(directory.resolve("workspace/seen")).hasContent(NEWER);
    }

    @Test
    void theNewestOfConcurrentRunsIsKeptWhicheverEndsLast() throws Exception {
        String newest = signIn("newest", 1_900_000_200_000L);
        try (ExecutorService runs = Executors.newFixedThreadPool(4)) {
            List<Future<AgentRun>> all = new ArrayList<>();
            // All are lent the same before any copies back.
            String together = "touch begun-$$; i=0; until [ $(ls begun-* | wc -l) = 4 ] || [ $i = 600 ];"
                    + " do sleep 0.05; i=$((i + 1)); done; ";
            for (String last : List.of(newest, NEWER, OLDER, signIn("", 0))) {
                all.add(runs.submit(() -> run(together + echo(last))));
            }
            for (Future<AgentRun> run : all) {
                run.get();
            }
        }
        assertThat(own).hasContent(newest);
    }

    /** Also for a format without a time. */
    @Test
    void twoConcurrentRunsCopyTheirRenewedSignInsBackOnce() throws Exception {
        Path records = directory.resolve("records");
        SignInFormat ageless = (users, returned) -> returned;
        LentSignIn one = Objects.requireNonNull(LentSignIn.of(own, Path.of("one"), ageless, records));
        LentSignIn two = Objects.requireNonNull(LentSignIn.of(own, Path.of("two"), ageless, records));
        Path run = Files.createDirectories(directory.resolve("lent"));
        Files.writeString(run.resolve("one"), NEWER);
        Files.writeString(run.resolve("two"), OLDER);

        List<Boolean> handedBack = new ArrayList<>();
        for (LentSignIn loan : List.of(one, two, one, two)) {
            try (UntrustedTree tree = UntrustedTree.open(run)) {
                handedBack.add(loan.handBack(tree));
            }
        }

        assertThat(handedBack).containsExactly(true, true, false, false);
        assertThat(own).hasContent(OLDER);
    }

    @Test
    void theLinksOfAUserAreKeptAndTheirTargetsAreReplaced() throws Exception {
        Path kept = Files.createDirectories(directory.resolve("user/dotfiles/claude"));
        Path file = Files.move(own, kept.resolve("token.json"));
        Files.createSymbolicLink(own, Path.of("../dotfiles/claude/token.json"));

        run(echo(NEWER));

        assertThat(file).hasContent(NEWER);
        assertThat(Files.isSymbolicLink(own)).isTrue();
    }

    @Test
    void aLinkThatAUserPutsThereMeanwhileIsNotWrittenThrough() throws Exception {
        run(echo(NEWER) + "; mv \"$OWN\" \"$OWN.old\"; ln -s \"$OWN.old\" \"$OWN\"");

        assertThat(own.resolveSibling(".credentials.json.old")).hasContent(LENT);
    }

    @Test
    void theRestOfTheUsersFileStaysTheUsers() throws Exception {
        Files.writeString(own, LENT.replace("{\"claudeAiOauth\"", "{\"mcpOAuth\":{\"a\":\"mine\"},\"claudeAiOauth\""));

        run(echo(NEWER.replace("{\"claudeAiOauth\"", "{\"mcpOAuth\":{\"a\":\"theirs\"},\"claudeAiOauth\"")));

        assertThat(own).content().contains("mine", "r-newer").doesNotContain("theirs", "r-lent");
    }

    @Test
    void aRefusedSignInIsTriedAgainIfThereIsAnotherByNow() throws Exception {
        Lending lending = new Lending(directory, new ClaudeCode(), own);
        Path recorded =
                Path.of("src/test/resources/agents/claude-code/http-401.out").toAbsolutePath();
        String refused = "cat '%s'; ".formatted(recorded);

        AgentResult same = lending.result(lending.made(), refused);
        AgentResult renewed =
                lending.result(lending.made(), "printf '%%s' '%s' > \"$OWN\"; ".formatted(NEWER) + refused);

        assertThat(same.ending()).isEqualTo(Ending.UNAUTHENTICATED);
        assertThat(renewed.ending()).isEqualTo(Ending.PROVIDER_ERROR);
        assertThat(renewed.retryable()).isTrue();
        assertThat(renewed.reason()).contains("renewed meanwhile");
    }

    private AgentRun run(String script) throws Exception {
        return new Lending(directory, new ClaudeCode(), own)
                .run("SECRET='%s'; USER_HOME=\"$HOME/of-somebody\"; mkdir -p \"$USER_HOME\"\n%s"
                        .formatted(directory.resolve("user/secret"), script));
    }
}
