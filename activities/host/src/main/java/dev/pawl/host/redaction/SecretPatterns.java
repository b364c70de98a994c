package dev.pawl.host.redaction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of secrets. A group named {@code keep} is not redacted. Every repetition is bounded or possessive, since the
 * text is untrusted and may be long.
 */
final class SecretPatterns {
    private static final String NOT_IN_A_WORD = "(?<![A-Za-z0-9])";

    /** Between a name and its value, including escaped quotes in JSON. */
    private static final String ASSIGN = "\\\\{0,3}[\"']?\\s{0,8}[:=]\\s{0,8}\\\\{0,3}[\"']?";

    /** A value, unless it is the name of a type or a constant, or is computed. */
    private static final String VALUE =
            "(?!(?i:none|null|nil|true|false|undefined|str|string|bytes|optional|self|required)\\b)"
                    + "[^\\s\"'`,;&<>()\\[\\]{}\\\\$]{4,4096}+(?![(\\[])";

    /** Text that is certainly a secret. */
    static final List<Pattern> KEYS = List.of(
            // Private key blocks, with or without their end, with real or JSON-escaped line breaks.
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?-----"
                    + "[A-Za-z0-9+/=\\s\\\\:,.()]*+(?:-[A-Za-z0-9+/=\\s\\\\:,.()]++){0,64}+"
                    + "(?:-----END [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?-----)?"),
            // JSON Web Tokens.
            Pattern.compile(NOT_IN_A_WORD + "eyJ[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            // Anthropic, OpenAI and providers with the same format.
            Pattern.compile(NOT_IN_A_WORD + "sk-(?=[A-Za-z_-]{0,200}+[0-9])[A-Za-z0-9_-]{16,}+"),
            // Google.
            Pattern.compile(NOT_IN_A_WORD + "AIza[A-Za-z0-9_-]{30,}+"),
            Pattern.compile(NOT_IN_A_WORD + "ya29\\.[A-Za-z0-9_-]{20,}+"),
            Pattern.compile(NOT_IN_A_WORD + "GOCSPX-[A-Za-z0-9_-]{20,}+"),
            // GitHub, GitLab, npm, Slack.
            Pattern.compile(NOT_IN_A_WORD + "gh[opsur]_[A-Za-z0-9]{20,}+"),
            Pattern.compile(NOT_IN_A_WORD + "github_pat_[A-Za-z0-9_]{20,}+"),
            Pattern.compile(NOT_IN_A_WORD + "glpat-[A-Za-z0-9_-]{16,}+"),
            Pattern.compile(NOT_IN_A_WORD + "npm_[A-Za-z0-9]{30,}+"),
            Pattern.compile(NOT_IN_A_WORD + "xox[abeoprs]-[A-Za-z0-9-]{10,}+"),
            // AWS key ids; their secret half has no pattern of its own and is found by its name.
            Pattern.compile(NOT_IN_A_WORD + "A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}(?![A-Za-z0-9])"));

    /** Text that is a secret according to its name, or only an example of one. */
    static final List<Pattern> ASSIGNMENTS = List.of(
            Pattern.compile("(?<keep>(?i:\\bbearer|\\bbasic)\\s{1,8})(?=[A-Za-z._~+/=-]{0,200}+[0-9]|[^\\s\"']{24})"
                    + "[A-Za-z0-9._~+/=-]{8,}+"),
            Pattern.compile("(?<keep>://[^/\\s:@\"']{0,256}:)[^/\\s@\"'\\[]{1,256}(?=@)"),
            Pattern.compile("(?<keep>(?<![A-Za-z0-9_])[A-Z0-9_]{0,64}"
                    + "(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)"
                    + "[A-Z0-9_]{0,64}" + ASSIGN + ")" + VALUE),
            Pattern.compile("(?<keep>(?i:password|passwd|passphrase|secret|api[_-]?key|access[_-]?key|private[_-]?key"
                    + "|(?:auth|access|refresh|api|session|id)[_-]?token)" + ASSIGN + ")" + VALUE),
            // A short value in quotes counts too.
            Pattern.compile("(?<keep>(?i:password|passwd|passphrase)\\\\{0,3}[\"']?\\s{0,8}[:=]\\s{0,8}\\\\{0,3}[\"'])"
                    + "[^\\s\"'\\\\\\[]{1,4096}+"));

    private SecretPatterns() {}
}
