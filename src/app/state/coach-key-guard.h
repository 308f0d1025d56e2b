#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachKeyPlace:
 * @COACH_KEY_PLACE_SESSION: the screen of a session
 * @COACH_KEY_PLACE_QUESTION: a question over it, whose focus begins at the answer that changes
 *   nothing
 * @COACH_KEY_PLACE_DIALOG: a dialog whose answers may leave a move out or end the session
 *
 * Where a key is pressed.
 */
typedef enum
{
  COACH_KEY_PLACE_SESSION,
  COACH_KEY_PLACE_QUESTION,
  COACH_KEY_PLACE_DIALOG,
} CoachKeyPlace;

/**
 * CoachKeyKind:
 * @COACH_KEY_PLAIN: any key without a meaning of its own
 * @COACH_KEY_MODIFIER: changes what other keys mean, and means nothing by itself
 * @COACH_KEY_DESKTOP: is there for the desktop, or changes nothing but the look of the window
 * @COACH_KEY_TAB: moves the focus, wherever it is pressed
 * @COACH_KEY_ARROW: moves the focus in a question; in a session page-turners send it
 * @COACH_KEY_ENTER: presses what has the focus, or gives an answer
 * @COACH_KEY_HURTS: says that it hurts
 * @COACH_KEY_SKIP: asks to skip the move
 * @COACH_KEY_BACK: asks to go back
 * @COACH_KEY_STOP: asks to end the session, or would lead away from it
 *
 * What a key is there for.
 */
typedef enum
{
  COACH_KEY_PLAIN,
  COACH_KEY_MODIFIER,
  COACH_KEY_DESKTOP,
  COACH_KEY_TAB,
  COACH_KEY_ARROW,
  COACH_KEY_ENTER,
  COACH_KEY_HURTS,
  COACH_KEY_SKIP,
  COACH_KEY_BACK,
  COACH_KEY_STOP,
} CoachKeyKind;

/**
 * CoachKeyMeaning:
 * @COACH_KEY_MEANS_NOTHING: it is swallowed
 * @COACH_KEY_MEANS_PASS: it goes its usual way
 * @COACH_KEY_MEANS_PAUSE: the session stands still, if it does not already
 * @COACH_KEY_MEANS_TOGGLE: the session pauses, or goes on
 * @COACH_KEY_MEANS_REPEAT: the move begins again
 * @COACH_KEY_MEANS_PRESS: what has the focus is pressed, or the key's answer given; in a question
 *   or a dialog once %COACH_KEY_QUIET_MS have passed without another key
 * @COACH_KEY_MEANS_HURTS: it hurts
 * @COACH_KEY_MEANS_SKIP: whether to skip the move is asked
 * @COACH_KEY_MEANS_BACK: whether to go back is asked
 * @COACH_KEY_MEANS_STOP: whether to end the session is asked
 * @COACH_KEY_MEANS_STAY: the question is withdrawn
 *
 * What the press or the release of a key comes to.
 */
typedef enum
{
  COACH_KEY_MEANS_NOTHING,
  COACH_KEY_MEANS_PASS,
  COACH_KEY_MEANS_PAUSE,
  COACH_KEY_MEANS_TOGGLE,
  COACH_KEY_MEANS_REPEAT,
  COACH_KEY_MEANS_PRESS,
  COACH_KEY_MEANS_HURTS,
  COACH_KEY_MEANS_SKIP,
  COACH_KEY_MEANS_BACK,
  COACH_KEY_MEANS_STOP,
  COACH_KEY_MEANS_STAY,
} CoachKeyMeaning;

/* A meant press comes after this long without any other; an answer needs as long after it, too. */
#define COACH_KEY_QUIET_MS 300

/* More keys than a knee covers; any further one is one of several all the same. */
#define COACH_KEY_GUARD_MAX_DOWN 16

/**
 * CoachHeldKey:
 * @code: of the hardware
 * @seen_ms: when it was pressed or repeated itself last
 *
 * A key that is down.
 */
typedef struct
{
  guint  code;
  guint32 seen_ms;
} CoachHeldKey;

/**
 * CoachKeyGuard:
 * @down: the keys that are down, other than modifiers
 * @n_down: how many they are
 * @has_event: whether any key was pressed yet
 * @event_ms: when a key was pressed or released last; valid with @has_event
 * @pressed_ms: when a key was pressed last that is no mere navigation; valid with @n_quick
 * @n_quick: how many such were pressed one soon after the other; 0 when there was none yet
 * @was_plain: whether the last of them was a plain one
 * @is_muddle: whether keys came in heaps, so that they mean nothing until all is quiet
 * @waiting: what the release of a key will mean if it stays alone until then
 * @waiting_code: that key; valid unless @waiting is %COACH_KEY_MEANS_NOTHING
 * @waiting_ms: when it was pressed; likewise
 * @released_code: the key that was released last; valid with @has_event
 * @released_ms: when it was; valid with @has_event
 *
 * What is remembered of keys, with the times of their events, to tell a meant press from a knee on
 * the keyboard. Zeroed, it is one that has seen no key.
 */
typedef struct
{
  CoachHeldKey    down[COACH_KEY_GUARD_MAX_DOWN];
  guint           n_down;
  gboolean        has_event;
  guint32         event_ms;
  guint32         pressed_ms;
  guint           n_quick;
  gboolean        was_plain;
  gboolean        is_muddle;
  CoachKeyMeaning waiting;
  guint           waiting_code;
  guint32         waiting_ms;
  guint           released_code;
  guint32         released_ms;
} CoachKeyGuard;

CoachKeyMeaning coach_key_guard_press   (CoachKeyGuard *guard,
                                         CoachKeyPlace  place,
                                         CoachKeyKind   kind,
                                         guint          code,
                                         guint32        now_ms);
CoachKeyMeaning coach_key_guard_release (CoachKeyGuard *guard,
                                         guint          code,
                                         guint32        now_ms);
void            coach_key_guard_settle  (CoachKeyGuard *guard,
                                         guint32        now_ms);
void            coach_key_guard_forget  (CoachKeyGuard *guard);

G_END_DECLS
