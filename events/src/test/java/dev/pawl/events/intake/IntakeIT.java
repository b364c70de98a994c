package dev.pawl.events.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AgentEventType;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.db.Unavailable;
import dev.pawl.db.deadletter.DeadLetterContent;
import dev.pawl.db.deadletter.DeadLetterRow;
import dev.pawl.events.read.EventTypes;
import dev.pawl.events.testing.Events;
import dev.pawl.events.testing.TestDatabase;
import dev.pawl.host.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final EventStore store = store(DATABASE);

    private static EventStore store(TestDatabase database) {
        return EventStore.on(database.jdbc(), database.transactions());
    }

    @BeforeEach
    void clear() {
        Events.clear(DATABASE);
    }

    @Test
    void eachEventIsOneRowOrOneDeadLetterAndOneDoesNotAffectAnother() {
        List<Incoming> batch = List.of(
                kafka(0, Events.valid("a", 1)),
                kafka(1, new byte[] {(byte) 0xFF, 0, 1}),
                kafka(2, Events.valid("b", 2)),
                kafka(3, null),
                kafka(4, Events.valid("c", 3)));

        assertThat(store.intake().take(batch)).isEqualTo(new Taken(3, 2));
        assertThat(Events.stored(DATABASE)).containsExactly("a", "b", "c");
        assertThat(Events.dead(DATABASE)).isEqualTo(2);
    }

    @Test
    void takingABatchTwiceChangesNothing() {
        List<Incoming> batch =
                List.of(kafka(0, Events.valid("a", 1)), kafka(1, bytes("x")), kafka(2, Events.valid("a", 1)));

        store.intake().take(batch);
        store.intake().take(batch);

        assertThat(Events.stored(DATABASE)).containsExactly("a");
        assertThat(Events.dead(DATABASE)).isEqualTo(1);
    }

    @Test
    void aDeadLetterKeepsSourceContentAttemptsAndError() {
        Incoming poison = new Incoming(
                "kafka",
                "agent-actions",
                3,
                41,
                bytes("key"),
                new byte[] {0, (byte) 0xFF},
                List.of(new Incoming.Header("h", new byte[] {1, 2}), new Incoming.Header("h", null)));

        store.intake().take(List.of(poison));

        DeadLetterRow letter = store.deadLetters().after("open", 0, 10).getFirst();
        assertThat(letter.topic()).isEqualTo("agent-actions");
        assertThat(letter.partitionNumber()).isEqualTo(3);
        assertThat(letter.position()).isEqualTo(41);
        DeadLetterContent content = store.deadLetters().content(letter.id());
        assertThat(content.key()).isEqualTo(bytes("key"));
        assertThat(content.value()).isEqualTo(new byte[] {0, (byte) 0xFF});
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.reason()).isEqualTo("is not UTF-8");
        assertThat(letter.errorClass()).isEqualTo("MalformedInputException");
        assertThat(Headers.read(content.headers()))
                .extracting(Incoming.Header::name)
                .containsExactly("h", "h");
        assertThat(Headers.read(content.headers()))
                .extracting(Incoming.Header::value)
                .containsExactly(new byte[] {1, 2}, null);
    }

    @Test
    void anIdThatIsUsedForADifferentEventIsNotLostSilently() {
        store.intake().take(List.of(kafka(0, Events.valid("a", 1))));
        store.intake().take(List.of(kafka(1, Events.valid("a", 2)), kafka(2, Events.valid("b", 2))));

        assertThat(Events.stored(DATABASE)).containsExactly("a", "b");
        assertThat(store.deadLetters().after("open", 0, 10))
                .extracting(DeadLetterRow::errorClass, DeadLetterRow::position)
                .containsExactly(tuple("IdTaken", 1L));
    }

    @Test
    void anEventThatTheDatabaseFailsOnIsTriedThreeTimesAndLaterEventsProgress() {
        failOn("bad", "boom");
        try {
            long before = System.nanoTime();
            store.intake()
                    .take(List.of(
                            kafka(0, Events.valid("a", 1)),
                            kafka(1, Events.valid("bad", 2)),
                            kafka(2, Events.valid("c", 3))));

            assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
            assertThat(Events.stored(DATABASE)).containsExactly("a", "c");
            DeadLetterRow letter = store.deadLetters().after("open", 0, 10).getFirst();
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.errorClass()).startsWith("org.springframework.");
        } finally {
            healed();
        }
    }

    @Test
    void aReplayStoresTheEventOnceItsCauseIsGone() {
        failOn("late", "boom");
        try {
            store.intake().take(List.of(kafka(0, Events.valid("late", 1))));
        } finally {
            healed();
        }
        long id = store.deadLetters().after("open", 0, 10).getFirst().id();

        assertThat(store.replays().replay(id, "ada")).contains(Replays.Result.REPLAYED);
        assertThat(store.replays().replay(id, "ada")).contains(Replays.Result.CLOSED_BEFORE);
        assertThat(store.replays().replay(id + 1, "ada")).isEmpty();
        assertThat(Events.stored(DATABASE)).containsExactly("late");
        assertThat(store.deadLetters().find(id)).hasValueSatisfying(letter -> {
            assertThat(letter.state()).isEqualTo("replayed");
            assertThat(letter.closedBy()).isEqualTo("ada");
        });
    }

    @Test
    void aReplayOfAnInvalidEventLeavesItOpenAndCountsTheAttempt() {
        store.intake().take(List.of(kafka(0, bytes("{}"))));
        long id = store.deadLetters().after("open", 0, 10).getFirst().id();

        assertThat(store.replays().replay(id, "ada")).contains(Replays.Result.FAILED_AGAIN);
        assertThat(store.deadLetters().find(id)).hasValueSatisfying(letter -> {
            assertThat(letter.state()).isEqualTo("open");
            assertThat(letter.attempts()).isEqualTo(2);
        });
        assertThat(store.deadLetters().discarded(id, "ada")).isTrue();
        assertThat(store.deadLetters().discarded(id, "bob")).isFalse();
        assertThat(store.deadLetters().after("open", 0, 10)).isEmpty();
        assertThat(store.deadLetters().after(null, 0, 10)).hasSize(1);
    }

    @Test
    void anUnavailableDatabaseIsReportedAndLeavesNoDeadLetter() {
        TestDatabase gone = TestDatabase.migrated();
        EventStore without = store(gone);
        gone.close();

        assertThatThrownBy(() -> without.intake().take(List.of(kafka(0, Events.valid("a", 1)))))
                .isInstanceOfSatisfying(
                        RuntimeException.class,
                        e -> assertThat(Unavailable.is(e)).isTrue());
    }

    @Test
    void secretsOfAnEventAreNotStored() {
        byte[] event = bytes(new String(Events.valid("s", 1), UTF_8)
                .replace("}", ",\"data\":{\"password\":\"swordfish\",\"t\":\"ghp_0123456789abcdefghijABCDEFGHIJ\"}}"));

        store.intake().take(List.of(kafka(0, event)));

        assertThat(DATABASE.jdbc()
                        .sql("select cast(agent_event as text) from agent_event")
                        .query(String.class)
                        .single())
                .doesNotContain("swordfish", "ghp_0123456789")
                .contains(Redaction.MARK);
    }

    @Test
    void theVocabularyOfTheProtocolIsThatOfTheDatabase() {
        List<Incoming> all = new ArrayList<>();
        for (String type : Words.all(AgentEventType.class)) {
            for (String status : Words.all(SessionStatus.class)) {
                for (String action : Words.all(ActionKind.class)) {
                    all.add(kafka(all.size(), bytes("""
                                    {"id":"v-%d","type":"%s","status":"%s","action":"%s","session_id":"%s",\
                                    "occurred_at":"2026-01-31T12:00:00Z"}""".formatted(all.size(), type, status, action, Events.SESSION))));
                }
            }
        }

        assertThat(store.intake().take(all)).isEqualTo(new Taken(all.size(), 0));
        for (Map.Entry<String, Integer> words : Map.of(
                        "agent_event_type_check", EventTypes.topics().size(),
                        "agent_event_status_check",
                                Words.all(SessionStatus.class).size(),
                        "agent_event_action_check", Words.all(ActionKind.class).size())
                .entrySet()) {
            String check = DATABASE.jdbc()
                    .sql("select pg_get_constraintdef(oid) from pg_constraint where conname = :name")
                    .param("name", words.getKey())
                    .query(String.class)
                    .single();
            assertThat(check.split("'::text", -1)).as(check).hasSize(words.getValue() + 1);
        }
    }

    @Test
    void aThousandEventsAreOneStatement() {
        List<Incoming> all = IntStream.range(0, 1000)
                .mapToObj(i -> kafka(i, Events.valid("e-" + i, i)))
                .toList();

        store.intake().take(all);

        assertThat(Events.stored(DATABASE))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> "e-" + i).toList());
        assertThat(store.events().after(Events.SESSION, 0, 3))
                .extracting(row -> row.progress())
                .containsExactly(0.0, 1.0, 2.0);
    }

    private static void failOn(String id, String message) {
        DATABASE.jdbc().sql("""
                        create or replace function fail_on_event() returns trigger language plpgsql as $$
                        begin
                            if new.id = '%s' then raise exception '%s'; end if;
                            return new;
                        end $$
                        """.formatted(id, message)).update();
        DATABASE.jdbc()
                .sql("create trigger failing before insert on agent_event"
                        + " for each row execute function fail_on_event()")
                .update();
    }

    private static void healed() {
        DATABASE.jdbc().sql("drop trigger failing on agent_event").update();
    }

    @SuppressWarnings("NullAway") // Annotations of arrays are not read from class files.
    private static Incoming kafka(long offset, byte @Nullable [] value) {
        return new Incoming("kafka", "test", 0, offset, null, value, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
