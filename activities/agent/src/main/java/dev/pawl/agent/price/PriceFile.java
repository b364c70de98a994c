package dev.pawl.agent.price;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A TOML file of prices: models by provider, each provider with a date. docs/prices.md describes it.
 *
 * @param only ignore the prices that come with Pawl
 */
record PriceFile(
        @JsonProperty("only") boolean only,
        @JsonProperty("provider") List<Provider> providers) {
    private static final String BUILT_IN = "prices.toml";
    private static final ObjectMapper TOML = TomlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .findAndAddModules()
            .build();

    PriceFile {
        providers = providers == null ? List.of() : List.copyOf(providers);
    }

    /**
     * @param asOf the day its prices were looked up, such as {@code 2025-12-31}
     * @param source where they were looked up
     */
    record Provider(
            @JsonProperty("name") String name,
            @JsonProperty("as_of") String asOf,
            @JsonProperty("source") String source,
            @JsonProperty("model") List<Model> models) {
        Provider {
            Objects.requireNonNull(name, "a provider needs a 'name'");
            Objects.requireNonNull(source, "provider '" + name + "' needs a 'source'");
            LocalDate.parse(Objects.requireNonNull(asOf, "provider '" + name + "' needs 'as_of', a day"));
            models = models == null ? List.of() : List.copyOf(models);
        }
    }

    /** Prices in US dollars per million tokens; the price of the cache defaults to that of input. */
    record Model(
            @JsonProperty("names") List<String> names,
            @JsonProperty("input") BigDecimal input,
            @JsonProperty("output") BigDecimal output,
            @JsonProperty("cache_read") @Nullable BigDecimal cacheRead,
            @JsonProperty("cache_write") @Nullable BigDecimal cacheWrite) {
        Model {
            names = List.copyOf(Objects.requireNonNull(names, "a model needs 'names'"));
            notNegative(Objects.requireNonNull(input, names + " needs 'input'"), names);
            notNegative(Objects.requireNonNull(output, names + " needs 'output'"), names);
            notNegative(cacheRead, names);
            notNegative(cacheWrite, names);
        }

        private static void notNegative(@Nullable BigDecimal price, List<String> names) {
            if (price != null && price.signum() < 0) {
                throw new IllegalArgumentException("a price of " + names + " is negative");
            }
        }

        PriceTable.Entry entry() {
            return new PriceTable.Entry(
                    names.stream().map(ModelNames::new).toList(),
                    new ModelPrice(
                            input,
                            output,
                            Objects.requireNonNullElse(cacheRead, input),
                            Objects.requireNonNullElse(cacheWrite, input)));
        }
    }

    static PriceFile builtIn() {
        try (InputStream in = Objects.requireNonNull(PriceFile.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws PriceFileException with the file and its error */
    static PriceFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new PriceFileException("prices cannot be read from " + file + ": " + e, e);
        }
    }

    private static PriceFile parse(String name, String text) {
        try {
            return TOML.readValue(text, PriceFile.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            throw new PriceFileException(
                    "prices of " + name + ": " + (cause == null ? e.getOriginalMessage() : cause.getMessage()), e);
        }
    }

    PriceTable table() {
        return new PriceTable(providers.stream()
                .flatMap(provider -> provider.models().stream())
                .map(Model::entry)
                .toList());
    }
}
