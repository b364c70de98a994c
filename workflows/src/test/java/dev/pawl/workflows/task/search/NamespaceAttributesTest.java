package dev.pawl.workflows.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespaceAttributesTest {
    @Test
    void aNamespaceThatHasAllNeedsNoAdvice() {
        NamespaceAttributes found = NamespaceAttributes.of("team", all());

        assertThat(found.complete()).isTrue();
        assertThat(found.advice()).isEmpty();
        assertThat(found.usable())
                .containsExactlyElementsOf(TaskSearchAttributes.ALL.stream()
                        .map(SearchAttributeKey::getName)
                        .toList());
    }

    @Test
    void missingAttributesAreNamedWithTheCommandThatRegistersThem() {
        Map<String, IndexedValueType> registered = all();
        registered.remove("PawlStatus");
        registered.remove("PawlScore");

        NamespaceAttributes found = NamespaceAttributes.of("team", registered);

        assertThat(found.usable()).contains("PawlAgent").doesNotContain("PawlStatus", "PawlScore");
        assertThat(found.advice().orElseThrow())
                .isEqualTo("namespace team lacks the search attributes PawlStatus, PawlScore; tasks run without them."
                        + " Register them: temporal operator search-attribute create --namespace team"
                        + " --name PawlStatus --type Keyword --name PawlScore --type Double");
    }

    @Test
    void oneOfAnotherTypeIsNotUsable() {
        Map<String, IndexedValueType> registered = all();
        registered.put("PawlLabels", IndexedValueType.INDEXED_VALUE_TYPE_TEXT);

        NamespaceAttributes found = NamespaceAttributes.of("team", registered);

        assertThat(found.complete()).isFalse();
        assertThat(found.usable()).doesNotContain("PawlLabels");
        assertThat(found.advice().orElseThrow())
                .isEqualTo("namespace team has PawlLabels with another type; tasks run without."
                        + " Remove and register them as PawlLabels=KeywordList");
    }

    private static Map<String, IndexedValueType> all() {
        Map<String, IndexedValueType> all = new HashMap<>();
        TaskSearchAttributes.ALL.forEach(key -> all.put(key.getName(), key.getValueType()));
        return all;
    }
}
