package ru.otklik.accounts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Официальная учётная запись.
 *
 * @param authorityId null: of the Government and the centre themselves
 * @param networkId the network's own id, equal to {@code Post.authorId} of what the account writes
 * @param posters ids of people who may post; empty: every officer of the lead
 * @param stateMark the network shows «Госорганизация» beside it
 * @param changedAt when the public list last differed because of it
 * @param secretsVersion grows with every change of its secrets
 * @param version grows with every change of the record
 */
public record OfficialAccount(
        int id,
        @Nullable Integer authorityId,
        String network,
        String networkId,
        String name,
        String link,
        Owner owner,
        Set<Integer> posters,
        boolean twoFactor,
        boolean stateMark,
        Token token,
        Instant changedAt,
        @Nullable Instant closedAt,
        int secretsVersion,
        int version) {

    /** Who answers for the account: a person of the directory, or somebody by name and position. */
    public record Owner(@Nullable Integer personId, String name, String position) {}

    public enum TokenState {
        NONE("не задан"),
        UNCHECKED("ещё не проверен"),
        ALIVE("действует"),
        DEAD("не действует");

        private final String title;

        TokenState(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * What is known of the token.
     *
     * @param since since when the state is what it is
     * @param error of the last check, a sentence; null: it went well
     * @param errorKind name of {@code NetworkFault.Kind}
     */
    public record Token(
            TokenState state,
            Instant since,
            @Nullable Instant checkedAt,
            @Nullable String error,
            @Nullable String errorKind) {

        public boolean isAlive() {
            return state == TokenState.ALIVE;
        }

        public boolean isDead() {
            return state == TokenState.DEAD;
        }
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
