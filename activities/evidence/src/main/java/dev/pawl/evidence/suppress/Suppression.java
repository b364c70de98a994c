package dev.pawl.evidence.suppress;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mark that silences a tool, or code that replaces what tests rely on.
 *
 * @param tool words of a check that start the tool; meaningless if {@code always}
 * @param files files in which the mark works
 * @param always whether the mark counts whatever a check starts
 */
record Suppression(Pattern tool, PathGlob files, Pattern mark, String detail, boolean always) {
    private static final String SCRIPTS = "**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,svelte,astro}";
    private static final String CPP = "**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,inl,ipp}";
    private static final String JVM = "**/*.{java,kt,kts,groovy,scala}";

    static final List<Suppression> ALL = List.of(
            mark(
                    "(?:vue-)?tsc|tsgo|tsd|svelte-check|astro check|ts-jest|tstyche",
                    SCRIPTS,
                    "@ts-(?:nocheck|ignore|expect-error)\\b"),
            mark(
                    "eslint|next lint|xo|standard",
                    SCRIPTS,
                    "eslint-disable|\\beslint\\s+[\\w/-]+\\s*:\\s*(?:0|[\"']?off)"),
            mark("biome|rome", SCRIPTS, "(?:biome|rome)-ignore"),
            mark("oxlint", SCRIPTS, "(?:oxlint|eslint)-disable"),
            mark("deno lint", SCRIPTS, "deno-lint-ignore"),
            mark("stylelint", "**/*.{css,scss,less,sass,vue}", "stylelint-disable"),
            mark(
                    "prettier",
                    "**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,css,scss,less,md,html,yml,yaml}",
                    "prettier-ignore"),
            mark(
                    "nyc|c8|--coverage|--experimental-test-coverage",
                    SCRIPTS,
                    "(?:istanbul|c8|v8|node:coverage)\\s+(?:ignore|disable)"),
            mark(
                    "flake8|ruff|pycodestyle|pyflakes|pylama|pydocstyle",
                    "**/*.{py,pyi,ipynb}",
                    "#\\s*(?:(?:ruff|flake8)\\s*:\\s*)?noqa\\b"),
            mark(
                    "mypy|dmypy",
                    "**/*.{py,pyi}",
                    "#\\s*type:\\s*ignore|#\\s*mypy:\\s*(?:ignore|disable|allow|no)|@(?:typing\\.)?no_type_check\\b"),
            mark(
                    "pyright|basedpyright",
                    "**/*.{py,pyi}",
                    "#\\s*(?:type:\\s*ignore|pyright:\\s*(?:ignore|basic|off|\\w+\\s*=\\s*false))"),
            mark(
                    "ty|pyre|pytype|pyrefly",
                    "**/*.{py,pyi}",
                    "#\\s*(?:ty|pyre|pytype|pyrefly|type)\\S*\\s*(?::\\s*)?(?:ignore|disable)"),
            mark("pylint", "**/*.py", "#\\s*pylint:\\s*(?:disable|skip-file)"),
            mark("bandit", "**/*.py", "#\\s*nosec\\b"),
            mark("black|ruff|yapf|autopep8", "**/*.{py,pyi}", "#\\s*(?:fmt|yapf|autopep8):\\s*(?:off|skip|disable)"),
            mark("isort|ruff", "**/*.{py,pyi}", "#\\s*isort:\\s*(?:skip|off)"),
            mark("coverage|--cov\\S*", "**/*.py", "#\\s*pragma:\\s*no\\s*cover"),
            mark(
                    "clippy|-D\\s*warnings|-Dwarnings|--deny",
                    "**/*.rs",
                    "#!?\\[\\s*(?:cfg_attr\\s*\\([^\\]]*\\b)?(?:allow|expect)\\s*\\("),
            mark("rustfmt|cargo fmt", "**/*.rs", "rustfmt(?:::|_)skip"),
            mark("golangci-lint", "**/*.go", "//\\s*nolint\\b"),
            mark("staticcheck|golangci-lint", "**/*.go", "//\\s*lint:(?:file-)?ignore"),
            mark("gosec|golangci-lint", "**/*.go", "#nosec\\b"),
            mark(
                    "checkstyle|pmd|spotbugs|errorprone|detekt|ktlint|lint",
                    JVM,
                    "CHECKSTYLE[.:]\\s*OFF|\\bNOPMD\\b|@Suppress(?:Warnings|FBWarnings|Lint)?\\s*\\(|ktlint-disable"),
            mark("shellcheck", "**/*.{sh,bash,ksh,dash,bats}", "#\\s*shellcheck\\s+disable"),
            mark("hadolint", "**/*Dockerfile*", "hadolint\\s+(?:global\\s+)?ignore"),
            mark("yamllint", "**/*.{yml,yaml}", "#\\s*yamllint\\s+disable"),
            mark("ansible-lint", "**/*.{yml,yaml}", "#\\s*noqa\\b"),
            mark("rubocop|standardrb", "**/*.{rb,rake,gemspec}", "(?:rubocop|standard)\\s*:\\s*(?:disable|todo)"),
            mark("srb|sorbet", "**/*.rb", "#\\s*typed:\\s*(?:ignore|false)"),
            mark("perlcritic", "**/*.{pl,pm,t}", "##\\s*no\\s+critic"),
            mark("phpstan", "**/*.php", "@phpstan-ignore"),
            mark("psalm", "**/*.php", "@psalm-suppress"),
            mark("phpcs", "**/*.php", "phpcs:\\s*(?:ignore|disable)|@codingStandardsIgnore"),
            mark("clang-tidy", CPP, "\\bNOLINT"),
            mark("clang-format", CPP, "clang-format\\s+off"),
            mark("cppcheck", CPP, "cppcheck-suppress"),
            mark("luacheck|selene", "**/*.lua", "--\\s*(?:luacheck:\\s*(?:ignore|push|no)|selene:\\s*allow)"),
            mark("swiftlint", "**/*.swift", "swiftlint:disable"),
            mark(
                    "-?-?warnaserror|dotnet format",
                    "**/*.{cs,fs,vb}",
                    "#pragma\\s+warning\\s+disable|SuppressMessage\\s*\\("),
            mark("sqlfluff", "**/*.sql", "--\\s*noqa\\b"),
            mark("codespell|typos|cspell", "**", "(?:codespell|spellchecker|cspell)\\s*:\\s*(?:ignore|disable)"),
            code(
                    CPP,
                    "^\\s*#\\s*(?:define|undef)\\s+(?:assert|NDEBUG|static_assert|_Static_assert|assert_\\w+|ck_\\w+|(?:EXPECT|ASSERT)_[A-Z]\\w*|REQUIRE|TEST|(?:CU|TEST)_ASSERT\\w*|main|exit|_exit|abort)\\b"),
            code("**/*.rs", "\\bmacro_rules!\\s*(?:debug_)?(?:assert(?:_eq|_ne|_matches)?|panic|matches)\\b"),
            code(
                    "**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}",
                    "^\\s*(?:globalThis|global|window|console)\\.(?:assert|expect|it|test|describe)\\s*="),
            code(
                    "**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}",
                    "^\\s*assert\\.\\w+\\s*=(?!=)|require\\([\"'](?:node:)?assert(?:/strict)?[\"']\\)(?:\\.\\w+)*\\s*=(?!=)"),
            code(
                    "**/*.{sh,bash,ksh,dash}",
                    "^\\s*(?:function\\s+)?(?:test|\\[|exit|false|diff|cmp|grep)\\s*\\(\\s*\\)|^\\s*alias\\s+(?:test|\\[|exit|false|diff|cmp|grep)="),
            code("**/*.lua", "^\\s*(?:_G\\.)?(?:assert|error)\\s*="),
            code(
                    "**/*.{pl,pm}",
                    "\\*(?:Test::|CORE::GLOBAL::(?:die|exit)"
                            + "|\\{?\\s*[\"']?(?:main)?::(?:is|isnt|ok|like|unlike|is_deeply|cmp_ok|can_ok|isa_ok|pass|fail|plan|done_testing)\\b)"));

    private static Suppression mark(String tool, String files, String mark) {
        return new Suppression(
                Pattern.compile("(?<![\\w./-])(?:" + tool + ")(?![\\w])"),
                PathGlob.of(files),
                Pattern.compile(mark),
                "silences a tool that a check runs",
                false);
    }

    private static Suppression code(String files, String mark) {
        return new Suppression(
                Pattern.compile("(?!)"),
                PathGlob.of(files),
                Pattern.compile(mark),
                "replaces what tests rely on",
                true);
    }
}
