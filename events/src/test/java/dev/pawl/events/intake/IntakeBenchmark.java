package dev.pawl.events.intake;

import dev.pawl.events.testing.Events;
import dev.pawl.events.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints how many events a second become rows, and how long a batch takes; asserts no times. Not part of the build; run
 * it with {@code mvn -pl events -am test -Djacoco.skip -Dtest=IntakeBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class IntakeBenchmark {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Intake intake =
            EventStore.on(DATABASE.jdbc(), DATABASE.transactions()).intake();

    @ParameterizedTest
    @CsvSource({"1, 3000", "20, 1000", "200, 300", "1000, 100"})
    void eventsIntoRows(int batch, int batches) {
        for (int i = 0; i < batches / 3; i++) {
            intake.take(events("warm-" + batch, batch, i));
        }
        List<List<Incoming>> all = IntStream.range(0, batches)
                .mapToObj(i -> events("b-" + batch, batch, i))
                .toList();
        long[] nanos = new long[batches];
        long began = System.nanoTime();
        for (int i = 0; i < batches; i++) {
            long start = System.nanoTime();
            intake.take(all.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "batches of %4d: %6.0f events/s, p50 %.1f ms, p99 %.1f ms a batch%n",
                batch,
                batch * batches / seconds,
                nanos[batches / 2] / 1e6,
                nanos[batches * 99 / 100] / 1e6);
    }

    private static List<Incoming> events(String name, int batch, int number) {
        return IntStream.range(0, batch)
                .mapToObj(i -> Incoming.line(
                        name + "-" + number + ".jsonl", i, Events.valid("%s-%d-%d".formatted(name, number, i), i)))
                .toList();
    }
}
