package dev.pawl.agent.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.program.AgentProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each program's sign-in only valid and newer tokens are copied back; the rest of the file stays the user's. */
@Timeout(120)
class EveryKindOfSignInTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GEMINI = ".gemini/oauth_creds.json";
    private static final String QWEN = ".qwen/oauth_creds.json";
    private static final String CODEX = ".codex/auth.json";
    private static final String OPENCODE = ".local/share/opencode/auth.json";
    private static final String COPILOT = ".copilot/config.json";

    @TempDir
    Path directory;

    static Stream<Arguments> kinds() {
        return Stream.of(
                renewed("gemini", GEMINI, google("a1", "r1", 10), google("a2", "r2", 20), google("a2", "r2", 20)),
                kept("gemini", GEMINI, google("a1", "r1", 10), google("a0", "r1", 9)),
                kept("gemini", GEMINI, google("a1", "r1", 10), google("", "r1", 20)),
                kept("gemini", GEMINI, google("a1", "r1", 10), "{'access_token':'a2','expiry_date':20}"),
                kept("gemini", GEMINI, google("a1", "r1", 10), "{}"),
                kept("gemini", ".gemini/google_accounts.json", "{'active':'me'}", "{'active':'another'}"),
                renewed(
                        "qwen",
                        QWEN,
                        "{'access_token':'a1','refresh_token':'r1','resource_url':'portal','expiry_date':10}",
                        "{'access_token':'a2','refresh_token':'r2','resource_url':'portal','expiry_date':20,'x':1}",
                        "{'access_token':'a2','refresh_token':'r2','resource_url':'portal','expiry_date':20}"),
                kept(
                        "qwen",
                        QWEN,
                        "{'access_token':'a1','refresh_token':'r1','resource_url':'portal','expiry_date':10}",
                        "{'access_token':'a2','refresh_token':'r2','resource_url':'another','expiry_date':20}"),
                renewed(
                        "codex",
                        CODEX,
                        chatGpt("a1", "me", "2026-01-02T03:04:05Z"),
                        chatGpt("a2", "me", "2026-01-09T03:04:05.123456Z"),
                        chatGpt("a2", "me", "2026-01-09T03:04:05.123456Z")),
                kept(
                        "codex",
                        CODEX,
                        chatGpt("a1", "me", "2026-01-02T03:04:05Z"),
                        chatGpt("a2", "me", "2026-01-01T03:04:05Z")),
                kept(
                        "codex",
                        CODEX,
                        chatGpt("a1", "me", "2026-01-02T03:04:05Z"),
                        chatGpt("a2", "another", "2026-01-09T03:04:05Z")),
                kept("codex", CODEX, chatGpt("a1", "me", "2026-01-02T03:04:05Z"), chatGpt("a2", "me", "soon")),
                kept(
                        "codex",
                        CODEX,
                        chatGpt("a1", "me", "2026-01-02T03:04:05Z"),
                        "{'OPENAI_API_KEY':'k','tokens':null,'last_refresh':'2026-01-09T03:04:05Z'}"),
                kept("codex", CODEX, "{'OPENAI_API_KEY':'k1'}", "{'OPENAI_API_KEY':'k2'}"),
                renewed(
                        "opencode",
                        OPENCODE,
                        "{'a':%s,'b':{'type':'api','key':'k1'}}".formatted(openCode("a1", 10)),
                        "{'a':%s,'b':{'type':'api','key':'k2'},'c':%s}"
                                .formatted(openCode("a2", 20), openCode("a3", 30)),
                        "{'a':%s,'b':{'type':'api','key':'k1'}}".formatted(openCode("a2", 20))),
                kept("opencode", OPENCODE, "{'a':%s}".formatted(openCode("a1", 10)), "{}"),
                kept(
                        "opencode",
                        OPENCODE,
                        "{'a':%s}".formatted(openCode("a1", 10)),
                        "{'a':{'type':'api','key':'k','access':'a2','refresh':'r','expires':20}}"),
                renewed(
                        "copilot",
                        COPILOT,
                        "{'copilot_tokens':{'https://github.com:me':'t1'},'trusted_folders':[]}",
                        "{'copilot_tokens':{'https://github.com:me':'t2','x':'y'},'trusted_folders':['/']}",
                        "{'copilot_tokens':{'https://github.com:me':'t2'},'trusted_folders':[]}"),
                kept(
                        "copilot",
                        COPILOT,
                        "{'copilot_tokens':{'https://github.com:me':'t1'}}",
                        "{'copilot_tokens':{'https://github.com:me':''},'trusted_folders':['/']}"));
    }

    private static Arguments renewed(String agent, String file, String before, String left, String after) {
        return Arguments.of(agent, file, before.replace('\'', '"'), left.replace('\'', '"'), after.replace('\'', '"'));
    }

    private static Arguments kept(String agent, String file, String before, String left) {
        return renewed(agent, file, before, left, before);
    }

    private static String google(String access, String refresh, long expires) {
        return "{'access_token':'%s','refresh_token':'%s','scope':'s','token_type':'Bearer','expiry_date':%d}"
                .formatted(access, refresh, expires);
    }

    private static String chatGpt(String access, String account, String time) {
        return "{'OPENAI_API_KEY':null,'tokens':{'id_token':'i','access_token':'%s','refresh_token':'r','account_id':'%s'},'last_refresh':'%s'}"
                .formatted(access, account, time);
    }

    private static String openCode(String access, long expires) {
        return "{'type':'oauth','access':'%s','refresh':'r','expires':%d}".formatted(access, expires);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("kinds")
    void onlyAValidAndNewerSignInIsCopiedBack(String agent, String file, String before, String left, String after)
            throws Exception {
        AgentProgram program = AgentCatalog.programs().stream()
                .filter(any -> any.facts().name().equals(agent))
                .findAny()
                .orElseThrow();
        Path own = directory.resolve("user").resolve(file);
        Files.createDirectories(Objects.requireNonNull(own.getParent()));
        Files.writeString(own, before);

        new Lending(directory, program, own).run("[ -f \"$LENT\" ] && " + Lending.put(left));

        assertThat(JSON.readTree(own.toFile())).isEqualTo(JSON.readTree(after));
        assertThat(own.resolveSibling(".").toFile().list()).hasSize(1);
    }
}
