package ru.otklik.networks;

/** What a network can do to one call, as its stand-in is told to. */
public enum Trouble {
    /** Every call until told otherwise; each of the others is for the next call alone. */
    NONE,
    /** 500 and nothing done. */
    BROKEN,
    /** The connection is cut before anything is done. */
    CUT,
    /** What was asked is done, and the connection is cut instead of an answer. */
    DONE_AND_CUT,
    /** 200 with a page of HTML. */
    NONSENSE,
    TOKEN_DEAD,
    /** Too many calls: wait. */
    LIMIT,
    COMMENTS_CLOSED,
    /** What was to be answered is deleted. */
    POST_GONE
}
