package dev.pawl.cli.command.option;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a long list in pages.
 *
 * @param limit most elements, from 1
 */
public record Paging(int limit) {
    private static final int LARGEST_PAGE = 1000;

    public Paging {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is at least 1");
        }
    }

    /** @param next token of the page after this one; empty for the last page */
    public record Page<T>(List<T> elements, String next) {}

    @FunctionalInterface
    public interface Pages<T> {
        /** @param token empty for the first page */
        Page<T> read(int size, String token);
    }

    public <T> List<T> all(Pages<T> pages) {
        List<T> all = new ArrayList<>();
        String token = "";
        do {
            Page<T> page = pages.read(Math.min(LARGEST_PAGE, limit - all.size()), token);
            all.addAll(page.elements());
            token = page.next();
        } while (all.size() < limit && !token.isEmpty());
        return all;
    }
}
