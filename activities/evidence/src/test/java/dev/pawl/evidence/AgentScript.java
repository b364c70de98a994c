package dev.pawl.evidence;

/** Text of a shell script that plays an agent. */
final class AgentScript {
    private final StringBuilder text = new StringBuilder("set -e\n");

    AgentScript line(String line) {
        text.append(line).append('\n');
        return this;
    }

    AgentScript write(String path, String content) {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            line("mkdir -p '%s'".formatted(path.substring(0, slash)));
        }
        return line("cat > '%s' <<'END_OF_FILE'".formatted(path)).raw(content).line("END_OF_FILE");
    }

    /** Writes a part that has a place of its own. */
    AgentScript put(Ecosystem in, String part) {
        return write(in.part(part).path(), in.text(part));
    }

    AgentScript work(Ecosystem in, String part) {
        return write(in.work(), in.text(part));
    }

    AgentScript right(Ecosystem in) {
        return work(in, "right");
    }

    /** A change of the declared file that does nothing. */
    AgentScript comment(Ecosystem in) {
        return line("printf '\\n%s done\\n' >> %s".formatted(in.key("comment").replace("%", "%%"), in.work()));
    }

    private AgentScript raw(String content) {
        text.append(content);
        return this;
    }

    String text() {
        return text.toString();
    }
}
