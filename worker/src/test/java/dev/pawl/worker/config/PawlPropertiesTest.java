package dev.pawl.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.agent.ProgramSettings;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.JudgeProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Each property has its documented effect and default, and refuses invalid values. */
class PawlPropertiesTest {
    private static final List<String> AGENTS = List.of("claude-code", "codex", "gemini", "opencode", "qwen", "copilot");

    private static PawlProperties bound(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("pawl", PawlProperties.class);
    }

    @ParameterizedTest
    @MethodSource("properties")
    void eachPropertyIsReadAndHasItsDefault(
            String name, String value, Function<PawlProperties, Object> read, Object byDefault, Object configured) {
        assertThat(read.apply(bound(Map.of()))).isEqualTo(byDefault);
        assertThat(read.apply(bound(Map.of(name, value)))).isEqualTo(configured);
    }

    static Stream<Arguments> properties() {
        return Stream.of(
                        single(),
                        AGENTS.stream().flatMap(PawlPropertiesTest::agent),
                        Stream.of(JudgeProvider.values()).flatMap(PawlPropertiesTest::server))
                .flatMap(rows -> rows);
    }

    /** All properties of one model server. */
    private static Stream<Arguments> server(JudgeProvider provider) {
        String prefix = "pawl.judge." + provider.wire() + ".";
        Function<PawlProperties, JudgeServerProperties> read = switch (provider) {
            case OPENAI -> p -> p.judge().openai();
            case ANTHROPIC -> p -> p.judge().anthropic();
            case OLLAMA -> p -> p.judge().ollama();
        };
        return Stream.of(
                row(
                        prefix + "url",
                        "http://x:1",
                        p -> Optional.ofNullable(read.apply(p).url()),
                        Optional.empty(),
                        Optional.of("http://x:1")),
                row(
                        prefix + "key",
                        "k",
                        p -> Optional.ofNullable(read.apply(p).key()),
                        Optional.empty(),
                        Optional.of(Secret.of("k"))));
    }

    /** All properties of one agent. */
    private static Stream<Arguments> agent(String name) {
        String prefix = "pawl.agents." + name + ".";
        Function<PawlProperties, ProgramSettings> read =
                p -> p.agents().programs().getOrDefault(name, ProgramSettings.NONE);
        return Stream.of(
                row(
                        prefix + "path",
                        "/opt/x",
                        p -> Optional.ofNullable(read.apply(p).path()),
                        Optional.empty(),
                        Optional.of(Path.of("/opt/x"))),
                row(prefix + "flags", "--a,b", p -> read.apply(p).flags(), List.of(), List.of("--a", "b")),
                row(
                        prefix + "model",
                        "m",
                        p -> Optional.ofNullable(read.apply(p).model()),
                        Optional.empty(),
                        Optional.of("m")),
                row(prefix + "environment", "A,B_*", p -> read.apply(p).environment(), List.of(), List.of("A", "B_*")));
    }

    private static Stream<Arguments> single() {
        return Stream.of(
                row("pawl.agents.slots", "2", p -> p.agents().slots(), 4, 2),
                row("pawl.agents.grace", "9s", p -> p.agents().grace(), Duration.ofSeconds(5), Duration.ofSeconds(9)),
                row(
                        "pawl.agents.transcript-limit",
                        "1MB",
                        p -> p.agents().transcriptLimit(),
                        DataSize.ofMegabytes(50),
                        DataSize.ofMegabytes(1)),
                row(
                        "pawl.usage-limits.file",
                        "/etc/usage-limits.toml",
                        p -> Optional.ofNullable(p.usageLimits().file()),
                        Optional.empty(),
                        Optional.of(Path.of("/etc/usage-limits.toml"))),
                row(
                        "pawl.prices.file",
                        "/etc/prices.toml",
                        p -> Optional.ofNullable(p.prices().file()),
                        Optional.empty(),
                        Optional.of(Path.of("/etc/prices.toml"))),
                row(
                        "pawl.budgets.file",
                        "/etc/budgets.toml",
                        p -> Optional.ofNullable(p.budgets().file()),
                        Optional.empty(),
                        Optional.of(Path.of("/etc/budgets.toml"))),
                row(
                        "pawl.events.spool",
                        "/spool",
                        p -> p.events().spool(Path.of("/home")).getFirst(),
                        Path.of("/home/spool"),
                        Path.of("/spool")),
                row(
                        "pawl.kafka.bootstrap-servers",
                        "a:9092,b:9092",
                        p -> p.kafka().bootstrapServers(),
                        List.of(),
                        List.of("a:9092", "b:9092")),
                row(
                        "pawl.kafka.properties-file",
                        "/etc/kafka.properties",
                        p -> Optional.ofNullable(p.kafka().propertiesFile()),
                        Optional.empty(),
                        Optional.of(Path.of("/etc/kafka.properties"))),
                row("pawl.kafka.publish", "true", p -> p.kafka().publish(), false, true),
                row("pawl.kafka.group", "g", p -> p.kafka().group(), "pawl-events", "g"),
                row("pawl.checks.slots", "7", p -> p.checks().slots(), 4, 7),
                row("pawl.judge.slots", "3", p -> p.judge().slots(), 4, 3),
                row("pawl.judge.rate-per-second", "0.5", p -> p.judge().ratePerSecond(), 5.0, 0.5),
                row(
                        "pawl.judge.timeout",
                        "9s",
                        p -> p.judge().timeout(),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(9)),
                row("pawl.worker.slots", "8", p -> p.worker().slots(), 50, 8),
                row("pawl.worker.drain", "3s", p -> p.worker().drain(), Duration.ofSeconds(30), Duration.ofSeconds(3)),
                row(
                        "pawl.worker.deadlock",
                        "20s",
                        p -> p.worker().deadlock(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                row(
                        "pawl.worker.heartbeat",
                        "1s",
                        p -> p.worker().heartbeat(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1)),
                row("pawl.versioning.enabled", "true", p -> p.versioning().enabled(), false, true),
                row("pawl.versioning.deployment", "blue", p -> p.versioning().deployment(), "pawl", "blue"),
                row("pawl.versioning.build-id", "b7", p -> p.versioning().build(), BuildId.ofThisBuild(), "b7"),
                row(
                        "pawl.retention.content",
                        "2d",
                        p -> p.retention().policy().content(),
                        Duration.ofDays(30),
                        Duration.ofDays(2)),
                row(
                        "pawl.retention.snapshots",
                        "2d",
                        p -> p.retention().policy().snapshots(),
                        Duration.ofDays(180),
                        Duration.ofDays(2)),
                row(
                        "pawl.retention.tasks",
                        "200d",
                        p -> p.retention().policy().tasks(),
                        Duration.ofDays(365),
                        Duration.ofDays(200)),
                row(
                        "pawl.retention.period",
                        "12h",
                        p -> p.retention().period(),
                        Duration.ofDays(1),
                        Duration.ofHours(12)),
                row(
                        "pawl.reaper.period",
                        "2m",
                        p -> p.reaper().period(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2)));
    }

    private static Arguments row(
            String name, String value, Function<PawlProperties, Object> read, Object byDefault, Object configured) {
        return Arguments.of(name, value, read, byDefault, configured);
    }

    @Test
    void everyDocumentedPropertyHasARowHere() {
        Stream<String> tested =
                Stream.concat(properties().map(row -> (String) row.get()[0]), Stream.of("pawl.home", "pawl.host.id"));
        assertThat(KnownProperties.on(getClass().getClassLoader()))
                .containsExactlyInAnyOrderElementsOf(tested.toList());
    }

    @Test
    void homeIsTheConfiguredDirectoryElseTheUsersStateDirectory() {
        assertThat(bound(Map.of("pawl.home", "/srv/pawl")).homeDirectory()).isEqualTo(Path.of("/srv/pawl"));
        assertThat(DefaultHome.of(Map.of("HOME", "/home/a"))).isEqualTo(Path.of("/home/a/.local/state/pawl"));
        assertThat(DefaultHome.of(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "/state")))
                .isEqualTo(Path.of("/state/pawl"));
        assertThat(DefaultHome.of(Map.of("HOME", "/home/a", "XDG_STATE_HOME", "relative")))
                .isEqualTo(Path.of("/home/a/.local/state/pawl"));
    }

    @Test
    void pricesAreThoseOfTheConfiguredFileElseOfTheHomesElseThoseThatComeWithPawl(@TempDir Path home)
            throws IOException {
        Usage tokens = new Usage(1_000_000, 0, 0, 0, null, 1);
        Function<Map<String, ?>, BigDecimal> price = values -> Objects.requireNonNull(bound(values)
                .prices()
                .table(home)
                .priced(tokens, Map.of(), "gpt-5")
                .costUsd());

        assertThat(price.apply(Map.of())).isEqualByComparingTo("1.25");
        Files.writeString(home.resolve("prices.toml"), prices(7));
        assertThat(price.apply(Map.of())).isEqualByComparingTo("7");
        Path other = Files.writeString(home.resolve("other.toml"), prices(9));
        assertThat(price.apply(Map.of("pawl.prices.file", other.toString()))).isEqualByComparingTo("9");
        assertThatThrownBy(() -> price.apply(Map.of("pawl.prices.file", "/nowhere/prices.toml")))
                .hasMessageContaining("/nowhere/prices.toml");
    }

    private static String prices(int input) {
        return """
                [[provider]]
                name = "Ours"
                as_of = "2026-01-31"
                source = "the contract"
                [[provider.model]]
                names = ["gpt-5"]
                input = %d
                output = 1
                """.formatted(input);
    }

    @ParameterizedTest
    @CsvSource({
        "pawl.agents.slots, 0",
        "pawl.agents.grace, 0s",
        "pawl.agents.transcript-limit, 0",
        "pawl.checks.slots, -1",
        "pawl.judge.slots, 0",
        "pawl.judge.rate-per-second, 0",
        "pawl.judge.rate-per-second, NaN",
        "pawl.judge.timeout, 0s",
        "pawl.judge.timeout, 3m",
        "pawl.worker.slots, 0",
        "pawl.worker.drain, -1s",
        "pawl.worker.deadlock, 0s",
        "pawl.worker.heartbeat, 0s",
        "pawl.reaper.period, 0s",
        "pawl.retention.content, 23h",
        "pawl.retention.snapshots, 1s",
        "pawl.retention.tasks, 179d",
        "pawl.retention.period, 0s",
        "pawl.host.id, Not A Host",
    })
    void aValueThatCannotBeIsRefusedWithItsName(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of(name, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(name);
    }
}
