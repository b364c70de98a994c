package dev.pawl.agent.price;

import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices of models, first match wins. A convenience: list prices of a date, without discounts, tiers by prompt length
 * and subscriptions. A model without a price has an unknown cost, never zero.
 */
public final class PriceTable {
    /** Has no prices. */
    public static final PriceTable NONE = new PriceTable(List.of());

    private final List<Entry> entries;

    /** Prices of models with these names. */
    record Entry(List<ModelNames> names, ModelPrice price) {}

    PriceTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The prices that come with Pawl. */
    public static PriceTable builtIn() {
        return PriceFile.builtIn().table();
    }

    /**
     * The prices of a file, followed by those that come with Pawl unless the file says {@code only = true}.
     *
     * @throws PriceFileException with the file and its error
     */
    public static PriceTable of(Path file) {
        PriceFile own = PriceFile.read(file);
        return own.only() ? own.table() : own.table().then(builtIn());
    }

    private PriceTable then(PriceTable next) {
        return new PriceTable(
                Stream.concat(entries.stream(), next.entries.stream()).toList());
    }

    /**
     * The usage with a cost: the agent's own figure unchanged, else from these prices.
     *
     * @param byModel the same usage if several models made it; empty for one
     * @param model the single model; absent if unknown
     * @return without a cost if no tokens were reported, or a model that made some has no price
     */
    public Usage priced(Usage usage, Map<String, Usage> byModel, @Nullable String model) {
        if (usage.costUsd() != null || usage.totalTokens() == 0) {
            return usage;
        }
        Map<String, Usage> parts = byModel.isEmpty() && model != null ? Map.of(model, usage) : byModel;
        return cost(parts).map(usage::estimated).orElse(usage);
    }

    private Optional<BigDecimal> cost(Map<String, Usage> parts) {
        List<Optional<BigDecimal>> costs = parts.entrySet().stream()
                .filter(part -> part.getValue().totalTokens() > 0)
                .map(part -> find(part.getKey()).map(price -> price.of(part.getValue())))
                .toList();
        return costs.stream().allMatch(Optional::isPresent)
                ? costs.stream().flatMap(Optional::stream).reduce(BigDecimal::add)
                : Optional.empty();
    }

    private Optional<ModelPrice> find(String model) {
        return entries.stream()
                .filter(entry -> entry.names().stream().anyMatch(names -> names.include(model)))
                .map(Entry::price)
                .findFirst();
    }
}
