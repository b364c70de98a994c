package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import java.util.List;

/** Assertions on findings. */
final class Seen {
    private Seen() {}

    static void only(List<Inconsistency> found, InconsistencyKind kind, Repair repair) {
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(kind);
            assertThat(one.repair()).isEqualTo(repair);
            assertThat(one.fix()).isNotBlank();
        });
    }

    static void nothing(List<Inconsistency> found) {
        assertThat(found).isEmpty();
    }
}
