package dev.pawl.workflows.task.search;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The search attributes of tasks and plans. A task runs without those that its namespace lacks. */
public final class TaskSearchAttributes {
    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("PawlStatus");
    public static final SearchAttributeKey<String> AGENT = SearchAttributeKey.forKeyword("PawlAgent");
    public static final SearchAttributeKey<String> PLAN = SearchAttributeKey.forKeyword("PawlPlan");
    public static final SearchAttributeKey<String> REPOSITORY = SearchAttributeKey.forKeyword("PawlRepository");
    public static final SearchAttributeKey<List<String>> LABELS = SearchAttributeKey.forKeywordList("PawlLabels");
    public static final SearchAttributeKey<Long> ITERATION = SearchAttributeKey.forLong("PawlIteration");
    public static final SearchAttributeKey<Double> SCORE = SearchAttributeKey.forDouble("PawlScore");
    public static final SearchAttributeKey<Double> COST_USD = SearchAttributeKey.forDouble("PawlCostUsd");

    /** All attributes, for registration with an engine. */
    public static final List<SearchAttributeKey<?>> ALL =
            List.of(STATUS, AGENT, PLAN, REPOSITORY, LABELS, ITERATION, SCORE, COST_USD);

    private TaskSearchAttributes() {}

    /** The type name of Temporal's command line, such as {@code KeywordList}. */
    public static String typeName(IndexedValueType type) {
        return switch (type) {
            case INDEXED_VALUE_TYPE_TEXT -> "Text";
            case INDEXED_VALUE_TYPE_KEYWORD -> "Keyword";
            case INDEXED_VALUE_TYPE_INT -> "Int";
            case INDEXED_VALUE_TYPE_DOUBLE -> "Double";
            case INDEXED_VALUE_TYPE_BOOL -> "Bool";
            case INDEXED_VALUE_TYPE_DATETIME -> "Datetime";
            case INDEXED_VALUE_TYPE_KEYWORD_LIST -> "KeywordList";
            case INDEXED_VALUE_TYPE_UNSPECIFIED, UNRECOGNIZED -> "an unknown type";
        };
    }
}
