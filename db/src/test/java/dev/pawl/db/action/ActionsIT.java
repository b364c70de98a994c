package dev.pawl.db.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ActionsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Actions actions = DATABASE.repositories().actions();
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final String task = Samples.taskId();
    private final NewSession session = Samples.session(task);
    private long fence;

    @BeforeEach
    void open() {
        DATABASE.repositories().tasks().register(Samples.task(task));
        fence = sessions.open(session).fence();
    }

    @Test
    void storingActionsTwiceIsANoOp() {
        List<NewAction> batch = List.of(action(1, null), action(2, "ok"));

        assertThat(store(batch)).isTrue();
        List<ActionRow> once = all();
        assertThat(store(batch)).isTrue();

        assertThat(all()).isEqualTo(once).extracting(ActionRow::number).containsExactly(1, 2);
    }

    @Test
    void anActionGetsItsOutcomeAndWhoFollowsSeesItAgain() {
        store(List.of(action(1, null), action(2, null)));
        long seen = changes(0).getLast().position();
        store(List.of(action(1, "denied")));

        assertThat(changes(seen)).singleElement().satisfies(change -> {
            assertThat(change.number()).isEqualTo(1);
            assertThat(change.outcome()).isEqualTo("denied");
            assertThat(change.updatedAt()).isAfterOrEqualTo(change.createdAt());
        });
        assertThat(all()).extracting(ActionRow::outcome).containsExactly("denied", null);
    }

    @Test
    void aSessionThatANewerOneTookOverStoresNothing() {
        store(List.of(action(1, "ok")));
        NewSession newer = Samples.session(task);
        long newerFence = sessions.open(newer).fence();

        assertThat(store(List.of(action(2, "ok")))).isFalse();
        assertThat(actions.store(task, newer.id(), newerFence, List.of(action(1, "ok"))))
                .isTrue();

        assertThat(all()).extracting(ActionRow::sessionId).containsExactly(session.id(), newer.id());
    }

    @Test
    void theActionsOfAnAbandonedSessionStay() {
        store(List.of(action(1, null)));

        sessions.abandonOpen(task, "its worker was lost");

        assertThat(all()).hasSize(1);
        assertThat(actions.newest(task)).isEmpty();
    }

    @Test
    void theNewestActionsOfASessionAreKeptAndTheirNumbersShowHowManyThereWere() {
        for (int from = 1; from <= Actions.KEPT + 100; from += 100) {
            store(IntStream.range(from, from + 100)
                    .mapToObj(number -> action(number, "ok"))
                    .toList());
        }

        List<ActionRow> kept = paged(ActionFilter.ALL, 1000);
        assertThat(kept).hasSize(Actions.KEPT);
        assertThat(kept.getFirst().number()).isEqualTo(101);
        assertThat(kept.getLast().number()).isEqualTo(Actions.KEPT + 100);
        assertThat(actions.newest(task).orElseThrow().number()).isEqualTo(Actions.KEPT + 100);
    }

    @Test
    void pagesContainAllActionsInTheOrderOfTheWorkWhateverTheirSize() {
        store(List.of(action(2, "ok"), action(1, null), action(3, null)));
        long next = sessions.open(Samples.session(task)).fence();
        NewSession last = Samples.session(task);
        long lastFence = sessions.open(last).fence();
        actions.store(task, last.id(), lastFence, List.of(action(1, null)));

        List<ActionRow> whole = paged(ActionFilter.ALL, 1000);
        assertThat(paged(ActionFilter.ALL, 1)).isEqualTo(whole);
        assertThat(whole).extracting(ActionRow::number).containsExactly(1, 2, 3, 1);
        assertThat(whole.getLast().fence()).isEqualTo(lastFence).isGreaterThan(next);
    }

    @Test
    void aFilterAsksForKindsAndASession() {
        store(List.of(action(1, null), new NewAction(2, "message", "", "hello", null)));

        assertThat(paged(new ActionFilter(List.of("message", "search"), null), 10))
                .extracting(ActionRow::text)
                .containsExactly("hello");
        assertThat(actions.after(
                        task, new ActionFilter(List.of(), Samples.session(task).id()), 0, 10))
                .isEmpty();
        assertThat(actions.after(task, new ActionFilter(List.of(), session.id()), 0, 10))
                .hasSize(2);
    }

    @Test
    void aKindOutsideTheVocabularyIsRefused() {
        assertThatThrownBy(() -> store(List.of(new NewAction(1, "thinking", "", "hm", null))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void aTokenThatNoPageGaveAndALimitOutOfRangeAreRefused() {
        for (String token : List.of("", "1", "x-1", "1-x")) {
            assertThatThrownBy(() -> actions.list(task, ActionFilter.ALL, 10, token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a page token");
        }
        assertThatThrownBy(() -> actions.list(task, ActionFilter.ALL, 1001, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NewAction action(int number, @Nullable String outcome) {
        return new NewAction(number, "command", "bash", "step " + number, outcome);
    }

    private boolean store(List<NewAction> batch) {
        return actions.store(task, session.id(), fence, batch);
    }

    private List<ActionRow> changes(long after) {
        return actions.after(task, ActionFilter.ALL, after, 100);
    }

    private List<ActionRow> all() {
        return paged(ActionFilter.ALL, 100);
    }

    private List<ActionRow> paged(ActionFilter filter, int limit) {
        List<ActionRow> rows = new ArrayList<>();
        ActionPage page = actions.list(task, filter, limit, null);
        rows.addAll(page.actions());
        while (page.nextPageToken() != null) {
            page = actions.list(task, filter, limit, page.nextPageToken());
            rows.addAll(page.actions());
        }
        return rows;
    }
}
