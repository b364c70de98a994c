package dev.pawl.db.action;

/** End of a page, as an opaque token. */
record ActionPlace(long fence, int number) {
    static final ActionPlace BEGINNING = new ActionPlace(0, 0);

    String token() {
        return fence + "-" + number;
    }

    /** @throws IllegalArgumentException for an invalid token */
    static ActionPlace parse(String token) {
        int dash = token.indexOf('-');
        try {
            return new ActionPlace(
                    Long.parseLong(token.substring(0, Math.max(0, dash))), Integer.parseInt(token.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a page token: '" + token + "'", e);
        }
    }
}
