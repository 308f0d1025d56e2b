#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-key-guard.h"

/*
 * From the floor one cannot aim, so nearly every key pauses, and at once. A knee cannot aim either:
 * whatever it does comes to a pause. What leads away from a move is asked first, and said yes to by
 * keys that come one by one, each alone from its press to its release.
 */

/* Two presses no further apart are one sign; three are none. */
#define QUICK_MS 400

/* Whoever means it lets go sooner; a knee that rests on a key does not. */
#define MAX_HOLD_MS 1500

/* A worn switch closes twice at one press. */
#define CHATTER_MS 40

/* A key that is down and silent for this long was released where the release was not seen. */
#define LOST_MS 3000

static gboolean
is_quiet (const CoachKeyGuard *guard,
          guint32              now_ms)
{
  return !guard->has_event || now_ms - guard->event_ms >= COACH_KEY_QUIET_MS;
}

static CoachHeldKey *
find_down (CoachKeyGuard *guard,
           guint          code)
{
  for (guint i = 0; i < guard->n_down; i++)
    if (guard->down[i].code == code)
      return &guard->down[i];
  return NULL;
}

static void
remove_down (CoachKeyGuard *guard,
             CoachHeldKey  *key)
{
  *key = guard->down[--guard->n_down];
}

static void
remove_lost (CoachKeyGuard *guard,
             guint32        now_ms)
{
  for (guint i = guard->n_down; i > 0; i--)
    if (now_ms - guard->down[i - 1].seen_ms >= LOST_MS)
      remove_down (guard, &guard->down[i - 1]);
}

static void
add_down (CoachKeyGuard *guard,
          guint          code,
          guint32        now_ms)
{
  if (guard->n_down < COACH_KEY_GUARD_MAX_DOWN)
    guard->down[guard->n_down++] = (CoachHeldKey) { code, now_ms };
  guard->has_event = TRUE;
  guard->event_ms = now_ms;
}

static gboolean
is_chatter (const CoachKeyGuard *guard,
            guint                code,
            guint32              now_ms)
{
  return guard->has_event && guard->released_code == code
         && now_ms - guard->released_ms < CHATTER_MS;
}

/* Navigation may be quick. */
static gboolean
is_navigation (CoachKeyPlace place,
               CoachKeyKind  kind)
{
  return kind == COACH_KEY_TAB || kind == COACH_KEY_DESKTOP
         || (kind == COACH_KEY_ARROW && place != COACH_KEY_PLACE_SESSION);
}

static void
count_quick (CoachKeyGuard *guard,
             guint32        now_ms)
{
  if (guard->n_quick > 0 && now_ms - guard->pressed_ms < QUICK_MS)
    guard->n_quick++;
  else
    guard->n_quick = 1;
  guard->pressed_ms = now_ms;
}

static CoachKeyMeaning
begin_muddle (CoachKeyGuard *guard,
              CoachKeyPlace  place)
{
  guard->is_muddle = TRUE;
  switch (place)
    {
    case COACH_KEY_PLACE_SESSION:
      return COACH_KEY_MEANS_PAUSE;
    case COACH_KEY_PLACE_QUESTION:
      return COACH_KEY_MEANS_STAY;
    case COACH_KEY_PLACE_DIALOG:
      return COACH_KEY_MEANS_NOTHING;
    default:
      g_return_val_if_reached (COACH_KEY_MEANS_NOTHING);
    }
}

static void
wait_for_release (CoachKeyGuard   *guard,
                  CoachKeyMeaning  meaning,
                  guint            code,
                  guint32          now_ms)
{
  guard->waiting = meaning;
  guard->waiting_code = code;
  guard->waiting_ms = now_ms;
}

/* The first press counts at once. Whether a second one repeats the move is seen when it ends: it
 * may be the second key under a knee. */
static CoachKeyMeaning
press_plain (CoachKeyGuard *guard,
             guint          code,
             guint32        now_ms)
{
  if (guard->n_quick == 1)
    return COACH_KEY_MEANS_TOGGLE;
  if (guard->was_plain)
    wait_for_release (guard, COACH_KEY_MEANS_REPEAT, code, now_ms);
  return COACH_KEY_MEANS_NOTHING;
}

static CoachKeyMeaning
press_in_session (CoachKeyGuard *guard,
                  CoachKeyKind   kind,
                  guint          code,
                  guint32        now_ms)
{
  CoachKeyMeaning meaning = COACH_KEY_MEANS_NOTHING;

  switch (kind)
    {
    case COACH_KEY_PLAIN:
    case COACH_KEY_ARROW:
      return press_plain (guard, code, now_ms);
    case COACH_KEY_ENTER:
      wait_for_release (guard, COACH_KEY_MEANS_PRESS, code, now_ms);
      return COACH_KEY_MEANS_NOTHING;
    case COACH_KEY_HURTS:
      meaning = COACH_KEY_MEANS_HURTS;
      break;
    case COACH_KEY_SKIP:
      meaning = COACH_KEY_MEANS_SKIP;
      break;
    case COACH_KEY_BACK:
      meaning = COACH_KEY_MEANS_BACK;
      break;
    case COACH_KEY_STOP:
      meaning = COACH_KEY_MEANS_STOP;
      break;
    case COACH_KEY_MODIFIER:
    case COACH_KEY_DESKTOP:
    case COACH_KEY_TAB:
    default:
      g_return_val_if_reached (COACH_KEY_MEANS_NOTHING);
    }
  wait_for_release (guard, meaning, code, now_ms);
  return COACH_KEY_MEANS_PAUSE;
}

static CoachKeyMeaning
press_in_question (CoachKeyGuard *guard,
                   CoachKeyKind   kind,
                   gboolean       after_quiet,
                   guint          code,
                   guint32        now_ms)
{
  switch (kind)
    {
    case COACH_KEY_PLAIN:
      guard->is_muddle = TRUE;
      return COACH_KEY_MEANS_STAY;
    case COACH_KEY_HURTS:
      wait_for_release (guard, COACH_KEY_MEANS_HURTS, code, now_ms);
      return COACH_KEY_MEANS_NOTHING;
    case COACH_KEY_ENTER:
      if (after_quiet)
        wait_for_release (guard, COACH_KEY_MEANS_PRESS, code, now_ms);
      return COACH_KEY_MEANS_NOTHING;
    case COACH_KEY_SKIP:
    case COACH_KEY_BACK:
    case COACH_KEY_STOP:
      return COACH_KEY_MEANS_NOTHING;
    case COACH_KEY_ARROW:
    case COACH_KEY_MODIFIER:
    case COACH_KEY_DESKTOP:
    case COACH_KEY_TAB:
    default:
      g_return_val_if_reached (COACH_KEY_MEANS_NOTHING);
    }
}

static CoachKeyMeaning
press_in_dialog (CoachKeyGuard *guard,
                 CoachKeyKind   kind,
                 gboolean       after_quiet,
                 guint          code,
                 guint32        now_ms)
{
  if (kind == COACH_KEY_ENTER && after_quiet)
    wait_for_release (guard, COACH_KEY_MEANS_PRESS, code, now_ms);
  return COACH_KEY_MEANS_NOTHING;
}

/* A press of a key that is no modifier, was up, and works. */
static CoachKeyMeaning
press_alone (CoachKeyGuard *guard,
             CoachKeyPlace  place,
             CoachKeyKind   kind,
             gboolean       after_quiet,
             guint          code,
             guint32        now_ms)
{
  CoachKeyMeaning meaning;

  if (is_navigation (place, kind))
    return COACH_KEY_MEANS_PASS;
  count_quick (guard, now_ms);
  if (guard->n_quick > 2)
    return begin_muddle (guard, place);

  switch (place)
    {
    case COACH_KEY_PLACE_SESSION:
      meaning = press_in_session (guard, kind, code, now_ms);
      break;
    case COACH_KEY_PLACE_QUESTION:
      meaning = press_in_question (guard, kind, after_quiet, code, now_ms);
      break;
    case COACH_KEY_PLACE_DIALOG:
      meaning = press_in_dialog (guard, kind, after_quiet, code, now_ms);
      break;
    default:
      g_return_val_if_reached (COACH_KEY_MEANS_NOTHING);
    }
  guard->was_plain = kind == COACH_KEY_PLAIN || kind == COACH_KEY_ARROW;
  return meaning;
}

/**
 * coach_key_guard_press:
 * @guard: what is remembered of keys
 * @place: where the key is pressed
 * @kind: what it is there for
 * @code: which it is, of the hardware
 * @now_ms: the time of the event, in milliseconds; it may wrap around
 *
 * Finds what the press of a key means. One that is held down and repeats itself is one press.
 *
 * Several keys at once, or three within moments, are a muddle: the session pauses or stays paused,
 * a question is withdrawn, and nothing else comes of them until all are up and it is quiet. What
 * leads somewhere waits for the release, so that it can turn out to have been the first of several
 * keys.
 *
 * Returns: what it means now
 */
CoachKeyMeaning
coach_key_guard_press (CoachKeyGuard *guard,
                       CoachKeyPlace  place,
                       CoachKeyKind   kind,
                       guint          code,
                       guint32        now_ms)
{
  CoachHeldKey *held;
  gboolean is_alone, after_quiet, was_muddle;

  g_return_val_if_fail (guard != NULL, COACH_KEY_MEANS_PASS);

  if (kind == COACH_KEY_MODIFIER)
    return COACH_KEY_MEANS_PASS;
  remove_lost (guard, now_ms);
  held = find_down (guard, code);
  if (held != NULL)
    {
      held->seen_ms = now_ms;
      return COACH_KEY_MEANS_NOTHING;
    }
  is_alone = guard->n_down == 0;
  after_quiet = is_quiet (guard, now_ms);
  was_muddle = guard->is_muddle;
  add_down (guard, code, now_ms);
  if (is_chatter (guard, code, now_ms) && !is_navigation (place, kind))
    return COACH_KEY_MEANS_NOTHING;

  guard->waiting = COACH_KEY_MEANS_NOTHING;
  guard->is_muddle = was_muddle && !(is_alone && after_quiet);
  if (guard->is_muddle)
    return COACH_KEY_MEANS_NOTHING;
  if (!is_alone)
    return begin_muddle (guard, place);
  return press_alone (guard, place, kind, after_quiet, code, now_ms);
}

/**
 * coach_key_guard_release:
 * @guard: what is remembered of keys
 * @code: which key it is, of the hardware
 * @now_ms: the time of the event, in milliseconds; it may wrap around
 *
 * Finds what the release of a key means: for most keys nothing, as their press has said it all.
 *
 * Returns: what it means now
 */
CoachKeyMeaning
coach_key_guard_release (CoachKeyGuard *guard,
                         guint          code,
                         guint32        now_ms)
{
  CoachHeldKey *held;
  CoachKeyMeaning meaning;

  g_return_val_if_fail (guard != NULL, COACH_KEY_MEANS_NOTHING);

  held = find_down (guard, code);
  if (held == NULL)
    return COACH_KEY_MEANS_NOTHING;
  remove_down (guard, held);
  guard->event_ms = now_ms;
  guard->released_code = code;
  guard->released_ms = now_ms;
  if (guard->waiting == COACH_KEY_MEANS_NOTHING || guard->waiting_code != code)
    return COACH_KEY_MEANS_NOTHING;

  meaning = guard->waiting;
  guard->waiting = COACH_KEY_MEANS_NOTHING;
  return now_ms - guard->waiting_ms <= MAX_HOLD_MS ? meaning : COACH_KEY_MEANS_NOTHING;
}

/**
 * coach_key_guard_settle:
 * @guard: what is remembered of keys
 * @now_ms: the time of the event, in milliseconds; it may wrap around
 *
 * Lets keys mean nothing until it has been quiet for a moment: something has come on the screen,
 * and what is pressed now was meant for what was there before.
 */
void
coach_key_guard_settle (CoachKeyGuard *guard,
                        guint32        now_ms)
{
  g_return_if_fail (guard != NULL);

  guard->has_event = TRUE;
  guard->event_ms = now_ms;
  guard->is_muddle = TRUE;
  guard->waiting = COACH_KEY_MEANS_NOTHING;
}

/**
 * coach_key_guard_forget:
 * @guard: what is remembered of keys
 *
 * Forgets which keys are down: another window has the keyboard, and their release will not be seen.
 */
void
coach_key_guard_forget (CoachKeyGuard *guard)
{
  g_return_if_fail (guard != NULL);

  guard->n_down = 0;
  guard->waiting = COACH_KEY_MEANS_NOTHING;
}
