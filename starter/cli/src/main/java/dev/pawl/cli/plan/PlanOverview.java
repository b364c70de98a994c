package dev.pawl.cli.plan;

import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.report.Table;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A valid plan, as lines for people. */
public final class PlanOverview {
    /** Columns of a matrix; more packages are listed by name. */
    private static final int MOST_COLUMNS = 20;

    private static final int MOST_NAMED = 12;

    private final PlanFile plan;
    private final Forecast forecast;
    private final OwnershipMatrix matrix;
    private final int width;
    private final Style style;

    public PlanOverview(PlanFile plan, Forecast forecast, OwnershipMatrix matrix, int width, Style style) {
        this.plan = plan;
        this.forecast = forecast;
        this.matrix = matrix;
        this.width = width;
        this.style = style;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s of %s"
                .formatted(style.strong(plan.title()), count(plan.packages().size(), "package"), plan.repository()));
        levels(lines);
        times(lines);
        lines.add("");
        lines.addAll(plan.packages().size() <= MOST_COLUMNS ? matrix() : owners());
        if (matrix.unowned() > 0) {
            lines.add(style.faint(count(matrix.unowned(), "other file") + ": of no package"));
        }
        return lines;
    }

    private void levels(List<String> lines) {
        for (int i = 0; i < forecast.levels().size(); i++) {
            lines.add("level %d: %s".formatted(i + 1, names(forecast.levels().get(i))));
        }
    }

    private static String names(List<String> ids) {
        String named = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() <= MOST_NAMED ? named : named + " and %d more".formatted(ids.size() - MOST_NAMED);
    }

    private void times(List<String> lines) {
        String path = forecast.criticalPath().stream().limit(MOST_NAMED).collect(Collectors.joining(" → "));
        String rest = forecast.criticalPath().size() > MOST_NAMED ? " → …" : "";
        if (forecast.estimated() == 0) {
            lines.add("critical path: %s%s (%s; no package has an estimate, each counts the same)"
                    .formatted(path, rest, count(forecast.criticalPath().size(), "package")));
        } else {
            lines.add("critical path: %s%s (%s)".formatted(path, rest, brief(forecast.criticalTime())));
            lines.add("at least %s with %s, for %s of work: at most %s times as fast as one after the other"
                    .formatted(
                            brief(forecast.lowerBound()),
                            count(forecast.slots(), "slot"),
                            brief(forecast.work()),
                            String.format(Locale.ROOT, "%.1f", forecast.speedUp())));
        }
        if (forecast.estimated() > 0 && forecast.estimated() < plan.packages().size()) {
            lines.add("note: %s without an estimate, counted as the mean of the others"
                    .formatted(count(plan.packages().size() - forecast.estimated(), "package")));
        }
    }

    private static String brief(Duration duration) {
        return Durations.brief(duration);
    }

    private List<String> matrix() {
        String[] header = IntStream.rangeClosed(0, plan.packages().size() + 1)
                .mapToObj(i -> i == 0 ? "" : i <= plan.packages().size() ? Integer.toString(i) : "PATH")
                .skip(1)
                .toArray(String[]::new);
        Table table = new Table(header);
        for (OwnershipMatrix.Row row : matrix.rows()) {
            String[] cells = new String[header.length];
            for (int i = 0; i < header.length - 1; i++) {
                cells[i] = row.owners().get(i) ? "O" : row.others().get(i) ? "t" : "·";
            }
            cells[header.length - 1] = path(row);
            table.row(cells);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < plan.packages().size(); i++) {
            lines.add("%2d %s".formatted(i + 1, plan.packages().get(i).id()));
        }
        lines.add(style.faint("O owns, t may touch"));
        lines.addAll(table.lines(width, style));
        return lines;
    }

    private static String path(OwnershipMatrix.Row row) {
        if (!row.path().endsWith("/")) {
            return row.path();
        }
        return "%s (%s%s)"
                .formatted(row.path(), count(row.files(), "file"), row.uniform() ? "" : ", not all of one package");
    }

    private List<String> owners() {
        Table table = new Table("PATH", "OWNED BY", "MAY BE TOUCHED BY");
        matrix.rows().forEach(row -> table.row(path(row), ids(row.owners()), ids(row.others())));
        return table.lines(width, style);
    }

    private String ids(BitSet packages) {
        return names(packages.stream()
                .mapToObj(plan.packages()::get)
                .map(each -> each.id())
                .toList());
    }

    private static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}
