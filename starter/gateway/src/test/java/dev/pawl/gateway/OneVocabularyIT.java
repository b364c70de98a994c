package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ProtocolMessageEnum;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.EventType;
import dev.pawl.db.testing.TestDatabase;
import dev.pawl.workflows.model.Cause;
import dev.pawl.workflows.model.CheckState;
import dev.pawl.workflows.model.Decision;
import dev.pawl.workflows.model.Outcome;
import dev.pawl.workflows.model.SessionStatus;
import dev.pawl.workflows.model.TaskStatus;
import dev.pawl.workflows.model.WorkspaceMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** N3: what a value is called in code, database and protocol is the same everywhere, and no place has one more. */
class OneVocabularyIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Pattern WORD = Pattern.compile("'([a-z_]+)'::text");

    @Test
    void aTaskStatusIsOneWordEverywhere_N3() {
        assertThat(column("task", "status"))
                .isEqualTo(words(TaskStatus.values()))
                .isEqualTo(api(dev.pawl.api.v1.TaskStatus.class));
    }

    @Test
    void aTasksOutcomeIsAStatusItEndsIn_N3() {
        assertThat(words(Outcome.values()))
                .isEqualTo(api(dev.pawl.api.v1.Outcome.class))
                .allMatch(column("task", "status")::contains);
    }

    @Test
    void aSessionStatusIsOneWordEverywhereAndTotalsKnowAllButOpen_N3() {
        List<String> sessions = column("session", "status");
        assertThat(sessions)
                .isEqualTo(words(SessionStatus.values()))
                .isEqualTo(api(dev.pawl.api.v1.SessionStatus.class));
        assertThat(sessions.stream().filter(word -> !word.equals("open")).toList())
                .isEqualTo(column("session_total", "status"));
    }

    @Test
    void aCauseIsOneWordEverywhere_N3() {
        assertThat(column("task", "cause"))
                .isEqualTo(words(Cause.values()))
                .isEqualTo(api(dev.pawl.api.v1.Cause.class));
    }

    @Test
    void aCheckStateIsOneWordEverywhere_N3() {
        assertThat(column("check_result", "state"))
                .isEqualTo(words(CheckState.values()))
                .isEqualTo(api(dev.pawl.api.v1.CheckState.class));
    }

    @Test
    void aDecisionIsOneWordEverywhere_N3() {
        List<String> decisions = Arrays.stream(Decision.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        assertThat(column("decision", "type"))
                .isEqualTo(column("iteration", "decision"))
                .isEqualTo(decisions)
                .isEqualTo(api(DecisionType.class));
    }

    @Test
    void aWorkspaceModeIsOneWordEverywhere_N3() {
        assertThat(column("task", "workspace_mode"))
                .isEqualTo(words(WorkspaceMode.values()))
                .isEqualTo(api(dev.pawl.api.v1.WorkspaceMode.class));
    }

    @Test
    void anEventTypeIsOneWordEverywhere_N4() {
        assertThat(column("event", "type")).isEqualTo(api(EventType.class));
    }

    /** What the constraint on a column allows. */
    private static List<String> column(String table, String column) {
        String definition = DATABASE.jdbc()
                .sql("""
                        select pg_get_constraintdef(c.oid) from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
                        where c.contype = 'c' and c.conrelid = cast(:table as regclass) and a.attname = :column
                        """)
                .param("table", table)
                .param("column", column)
                .query(String.class)
                .single();
        return WORD.matcher(definition)
                .results()
                .map((MatchResult match) -> match.group(1))
                .sorted()
                .toList();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static <E extends Enum<E> & ProtocolMessageEnum> List<String> api(Class<E> type) {
        return Words.all(type).stream().sorted().toList();
    }
}
