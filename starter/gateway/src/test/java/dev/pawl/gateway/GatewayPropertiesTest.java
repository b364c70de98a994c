package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GatewayPropertiesTest {
    private static final Map<String, String> REQUIRED =
            Map.of("pawl.gateway.token-file", "/secret/token", "pawl.gateway.content", "/data/content");

    @Test
    void everyPropertyHasItsDefault() {
        GatewayProperties properties = bound(Map.of());
        assertThat(properties.address().isLoopbackAddress()).isTrue();
        assertThat(properties.port()).isEqualTo(7420);
        assertThat(properties.httpPort()).isNull();
        assertThat(properties.registration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.stall()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.engine())
                .isEqualTo(new GatewayProperties.Engine(
                        GatewayProperties.EngineKind.EXTERNAL, "", Duration.ofSeconds(5), Duration.ofSeconds(10)));
        assertThat(properties.watch())
                .isEqualTo(new GatewayProperties.Watch(Duration.ofSeconds(5), Duration.ofSeconds(30)));
    }

    @Test
    void everyPropertyCanBeSet() {
        GatewayProperties properties = bound(Map.of(
                "pawl.gateway.address", "::1",
                "pawl.gateway.port", "9000",
                "pawl.gateway.registration", "1s",
                "pawl.gateway.stall", "2s",
                "pawl.gateway.engine.kind", "in-process",
                "pawl.gateway.engine.web-ui", "http://127.0.0.1:8233",
                "pawl.gateway.engine.call", "2s",
                "pawl.gateway.engine.action", "3s",
                "pawl.gateway.watch.poll", "10ms",
                "pawl.gateway.watch.heartbeat", "4s"));
        assertThat(properties.address().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(properties.port()).isEqualTo(9000);
        assertThat(properties.tokenFile()).isEqualTo(Path.of("/secret/token"));
        assertThat(properties.content()).isEqualTo(Path.of("/data/content"));
        assertThat(properties.registration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.stall()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.engine())
                .isEqualTo(new GatewayProperties.Engine(
                        GatewayProperties.EngineKind.IN_PROCESS,
                        "http://127.0.0.1:8233",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3)));
        assertThat(properties.watch())
                .isEqualTo(new GatewayProperties.Watch(Duration.ofMillis(10), Duration.ofSeconds(4)));
    }

    @Test
    void httpIsServedOnlyIfItsPortIsSet() {
        assertThat(bound(Map.of("pawl.gateway.http-port", "9001")).httpPort()).isEqualTo(9001);
    }

    @ParameterizedTest
    @CsvSource({
        "port,65536,0 to 65535",
        "http-port,-1,0 to 65535",
        "registration,0s,longer than zero",
        "stall,0s,longer than zero",
        "engine.call,-1s,longer than zero",
        "engine.action,0s,longer than zero",
        "watch.poll,0s,longer than zero",
        "watch.heartbeat,0s,longer than zero"
    })
    void aValueOutOfRangeIsRefusedByName(String name, String value, String reason) {
        refused(Map.of("pawl.gateway." + name, value), "pawl.gateway." + name, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pawl.gateway.token-file", "pawl.gateway.content"})
    void propertiesWithoutADefaultMustBeSet(String name) {
        refused(Map.of(name, ""), name, "must be set");
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(Map.of("pawl.gateway.prot", "1"), "pawl.gateway.prot", "");
    }

    private static GatewayProperties bound(Map<String, String> more) {
        AtomicReference<GatewayProperties> bound = new AtomicReference<>();
        context(more).run(context -> bound.set(context.getBean(GatewayProperties.class)));
        return Objects.requireNonNull(bound.get());
    }

    private static void refused(Map<String, String> more, String name, String reason) {
        context(more)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining(name)
                        .hasMessageContaining(reason));
    }

    private static ApplicationContextRunner context(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(more);
        return new ApplicationContextRunner()
                .withUserConfiguration(Configured.class)
                .withPropertyValues(all.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    @EnableConfigurationProperties(GatewayProperties.class)
    static class Configured {}
}
