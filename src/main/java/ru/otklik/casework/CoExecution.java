package ru.otklik.casework;

/**
 * The part of one co-executor (clause 18).
 *
 * @param contribution number of its newest contribution; 0: none yet
 */
public record CoExecution(int authority, Stage stage, int contribution) {

    public enum Stage {
        ASKED("запрошена"),
        SENT("на согласовании"),
        SENT_BACK("возвращена с замечаниями"),
        ACCEPTED("согласована");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The co-executor's move. */
        public boolean isAwaited() {
            return this == ASKED || this == SENT_BACK;
        }
    }

    CoExecution at(Stage next) {
        return new CoExecution(authority, next, contribution);
    }
}
