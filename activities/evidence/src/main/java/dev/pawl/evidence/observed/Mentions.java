package dev.pawl.evidence.observed;

import java.util.List;
import java.util.regex.Pattern;

/** Whether texts mention a file: by its name, or by its directory as part of a path. */
final class Mentions {
    private final List<String> texts;

    Mentions(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    boolean of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return contains(name) || directory(path);
    }

    private boolean directory(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2) {
            return false;
        }
        String parent = Pattern.quote(parts[parts.length - 2]);
        Pattern part = Pattern.compile("(?<![\\w-])" + parent + "/|[\"'`]" + parent + "[\"'`]");
        return texts.stream().anyMatch(text -> part.matcher(text).find());
    }

    private boolean contains(String name) {
        Pattern whole = Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])");
        return texts.stream().anyMatch(text -> whole.matcher(text).find());
    }
}
