package dev.pawl.cli.command.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.planfile.PlanSchema;
import dev.pawl.cli.planfile.Repositories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanValidateCommandTest {
    @TempDir
    Path directory;

    private Invocation validate(String plan, String... more) throws Exception {
        Files.writeString(directory.resolve("plan.yaml"), plan);
        String[] arguments = Stream.concat(Stream.of("plan", "validate", "plan.yaml"), Stream.of(more))
                .toArray(String[]::new);
        return Invocation.of(Map.of(), directory, arguments);
    }

    private static final String PLAN = """
            title: Shop
            repository: repo
            agent: codex
            limits: { parallel: 2 }
            packages:
              - { id: core, prompt: x, owns: [src/core], may-touch: [lock], estimate: 30m }
              - { id: web, prompt: x, owns: [src/web], may-touch: [lock], estimate: 20m }
              - { id: docs, prompt: x, owns: [docs/**], needs: [core, web], estimate: 10m }
              - { id: ops, prompt: x, owns: [ops/run.sh], files: [ops/run.sh] }
            """;

    @Test
    void aValidPlanShowsLevelsCriticalPathBoundAndOwners() throws Exception {
        Repositories.create(
                directory.resolve("repo"), "src/core/a", "src/core/b", "src/web/a", "docs/index", "lock", "LICENSE");

        Invocation validate = validate(PLAN);

        assertThat(validate.exitCode()).as(validate.out()).isZero();
        assertThat(validate.out())
                .contains("Shop: 4 packages of", "level 1: core, web, ops", "level 2: docs")
                .contains("critical path: core → docs (40m 00s)")
                .contains("at least 40m 00s with 2 slots, for 1h 20m of work: at most 2.0 times as fast")
                .contains("1 package without an estimate")
                .contains("1 other file: of no package");
        assertThat(validate.out().lines())
                .contains(
                        "1  2  3  4  PATH",
                        "·  ·  O  ·  docs/index",
                        "t  t  ·  ·  lock",
                        "·  ·  ·  O  ops/run.sh",
                        "O  ·  ·  ·  src/core/a");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        Repositories.create(directory.resolve("repo"), "src/core/a", "src/web/a", "docs/index", "lock");

        JsonObject json =
                JsonParser.parseString(validate(PLAN, "-o", "json").out()).getAsJsonObject();

        assertThat(json.get("valid").getAsBoolean()).isTrue();
        assertThat(json.getAsJsonArray("levels").toString()).isEqualTo("[[\"core\",\"web\",\"ops\"],[\"docs\"]]");
        assertThat(json.getAsJsonArray("critical_path").toString()).isEqualTo("[\"core\",\"docs\"]");
        assertThat(json.get("lower_bound_ms").getAsLong()).isEqualTo(2_400_000);
        assertThat(json.getAsJsonArray("ownership").toString())
                .contains("{\"path\":\"lock\",\"files\":1,\"owners\":[],\"may_touch\":[\"core\",\"web\"]}");
    }

    @Test
    void problemsGoToStandardOutputAndEndWith2() throws Exception {
        Files.createDirectories(directory.resolve("repo"));

        Invocation validate = validate("repository: repo\nagent: codex\npackages: [{ id: a, prompt: x, owns: [y] }]\n");

        assertThat(validate.exitCode()).isEqualTo(2);
        assertThat(validate.out()).startsWith("plan.yaml:3:39: packages.owns: 'y' matches no file");
        assertThat(validate("a: b\n", "-o", "json").out()).contains("\"valid\": false", "\"line\": 1");
    }

    @Test
    void aLargeRepositoryIsShownByItsDirectories() throws Exception {
        String[] files = IntStream.range(0, 300)
                .mapToObj(i -> "src/m%d/f%d".formatted(i % 30, i))
                .toArray(String[]::new);
        Repositories.create(directory.resolve("repo"), files);
        String packages = IntStream.range(0, 30)
                .mapToObj(i -> "- { id: p%d, prompt: x, owns: [src/m%d/**] }".formatted(i, i))
                .collect(Collectors.joining("\n"));

        Invocation validate = validate("repository: repo\nagent: codex\npackages:\n" + packages + "\n");

        assertThat(validate.exitCode()).isZero();
        assertThat(validate.out()).contains("src/m7/ (10 files)", "p7").doesNotContain("src/m7/f7");
    }

    @Test
    void theSchemaIsPrinted() throws Exception {
        Invocation schema = Invocation.of(Map.of(), directory, "plan", "schema");

        assertThat(schema.out()).isEqualTo(PlanSchema.text());
        assertThat(JsonParser.parseString(schema.out()).isJsonObject()).isTrue();
    }
}
