package dev.pawl.evidence.protect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions of a file in a language with braces, by their names, and what stands outside of them. Found by counting braces,
 * without comments and texts; nothing is parsed.
 *
 * @param code without comments and texts
 * @param functions texts of their bodies, by name
 * @param outside statements that are no part of a function
 */
record CodeUnits(String code, Map<String, String> functions, String outside) {
    private static final Pattern C_NOISE = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|`(?:\\\\.|[^`\\\\])*`",
            Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|(?<=\\s))#[^\\n]*");
    private static final Pattern LUA_COMMENT = Pattern.compile("--\\[\\[.*?\\]\\]|--[^\\n]*", Pattern.DOTALL);
    private static final Pattern SHELL_NOISE = Pattern.compile("(?m)(?:^|(?<=\\s))#[^\\n]*|\\$\\{[^}\\n]*}|\\$#");

    private static final Pattern CONTAINER =
            Pattern.compile("\\b(?:class|struct|namespace|interface|trait|object|enum|extern|impl|mod)\\b[^()=;]*$"
                    + "|\\bexports\\s*=\\s*$|\\bexport\\s+default\\s*$");
    private static final Pattern ASSIGNED =
            Pattern.compile("([A-Za-z_$][\\w$]*)\\s*[:=](?![=>:])\\s*(?:async\\b|function\\b|\\(|[\\w$]+\\s*=>)");
    private static final Pattern CALLED = Pattern.compile("(?<!@)(\\[\\[?|[A-Za-z_$][\\w$:-]*)\\s*\\(");
    private static final Pattern SUB = Pattern.compile("\\bsub\\s+(\\w+)");
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s+\\w");
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "function",
            "func",
            "return",
            "sizeof",
            "defined",
            "__attribute__");

    static CodeUnits of(String path, String text) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "sh", "bash", "ksh" -> read(SHELL_NOISE.matcher(text).replaceAll(" "));
            case "pm", "pl" ->
                read(C_NOISE.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll(" "));
            case "lua" -> read(braced(text));
            default -> read(C_NOISE.matcher(text).replaceAll(" "));
        };
    }

    /** Lua with braces in the place of its words. */
    private static String braced(String text) {
        String code = C_NOISE.matcher(LUA_COMMENT.matcher(text).replaceAll(" ")).replaceAll(" ");
        return code.replaceAll("\\bfunction\\b([^()\\n]*)\\(([^()]*)\\)", "function$1($2) {")
                .replaceAll("\\b(?:do|repeat|if)\\b", " {")
                .replaceAll("\\b(?:end|until)\\b", "}");
    }

    private static CodeUnits read(String code) {
        Map<String, String> functions = new LinkedHashMap<>();
        StringBuilder outside = new StringBuilder();
        StringBuilder header = new StringBuilder();
        StringBuilder body = new StringBuilder();
        Deque<Boolean> open = new ArrayDeque<>();
        String name = "";
        int containers = 0;
        int parentheses = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean inside = open.size() > containers;
            if (!inside) {
                parentheses = Math.max(0, parentheses + (c == '(' ? 1 : c == ')' ? -1 : 0));
            }
            if ((c == '{' || c == '}') && parentheses > 0) {
                // Parameters that are taken apart.
                header.append(c);
            } else if (c == '{') {
                boolean container = !inside && CONTAINER.matcher(header).find();
                if (!inside && !container) {
                    name = name(header.toString());
                }
                open.push(container);
                if (container) {
                    containers++;
                    header.setLength(0);
                } else if (inside) {
                    body.append(c);
                }
            } else if (c == '}' && !open.isEmpty()) {
                if (open.pop()) {
                    containers--;
                    statement(header, functions, outside);
                } else if (open.size() == containers) {
                    end(name, header, body, functions, outside);
                } else {
                    body.append(c);
                }
            } else if (inside) {
                body.append(c);
            } else {
                header.append(c);
                if (parentheses == 0 && (c == ';' || (c == '\n' && !continues(code, i)))) {
                    statement(header, functions, outside);
                }
            }
        }
        statement(header, functions, outside);
        return new CodeUnits(code, functions, outside.toString());
    }

    private static void end(
            String name,
            StringBuilder header,
            StringBuilder body,
            Map<String, String> functions,
            StringBuilder outside) {
        if (name.isEmpty()) {
            outside.append(header).append('\n').append(body).append('\n');
        } else {
            functions.merge(name, header + "\n" + body, (one, other) -> one + "\n" + other);
            outside.append(header).append('\n');
        }
        header.setLength(0);
        body.setLength(0);
    }

    /** One that is over without a brace may still be a function, as {@code add = a => b}. */
    private static void statement(StringBuilder header, Map<String, String> functions, StringBuilder outside) {
        String text = header.toString();
        Matcher assigned = ASSIGNED.matcher(text);
        if (text.contains("=>") && assigned.find()) {
            functions.merge(assigned.group(1), text, (one, other) -> one + "\n" + other);
        } else {
            outside.append(text).append('\n');
        }
        header.setLength(0);
    }

    /** Whether the next line begins with the brace of what stands before it, or the line is no end of a statement. */
    private static boolean continues(String code, int at) {
        int next = at + 1;
        while (next < code.length() && Character.isWhitespace(code.charAt(next))) {
            next++;
        }
        boolean brace = next < code.length() && code.charAt(next) == '{';
        String line = code.substring(code.lastIndexOf('\n', at - 1) + 1, at).stripTrailing();
        return brace || line.endsWith(",") || line.endsWith("=>") || line.endsWith("=") || line.endsWith("(");
    }

    private static String name(String header) {
        Matcher assigned = ASSIGNED.matcher(header);
        if (!FUNCTION.matcher(header).find() && assigned.find()) {
            return assigned.group(1);
        }
        Matcher sub = SUB.matcher(header);
        if (sub.find()) {
            return sub.group(1);
        }
        Matcher called = CALLED.matcher(header);
        while (called.find()) {
            String found = called.group(1);
            if (!KEYWORDS.contains(found)) {
                return found.substring(found.lastIndexOf(':') + 1);
            }
        }
        return "";
    }

    Set<String> names() {
        return functions.keySet();
    }

    /** The text of a function and of all that it calls in this file. */
    String reachedFrom(String name) {
        StringBuilder reached = new StringBuilder();
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                String text = functions.getOrDefault(next, "");
                reached.append(text).append('\n');
                functions.keySet().stream()
                        .filter(other -> Pattern.compile("(?<![\\w$])" + Pattern.quote(other) + "(?![\\w$])")
                                .matcher(text)
                                .find())
                        .forEach(open::push);
            }
        }
        return reached.toString();
    }
}
