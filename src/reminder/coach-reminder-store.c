#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-store.h"

#include "coach-reminder-error.h"
#include "coach-reminder-private.h"

#define VERSION 1
#define GROUP   "reminder"

/* A spell, or a wait, longer than this were not written by us. */
#define LONGEST_US (400 * 24 * 3600 * (gint64) G_USEC_PER_SEC)

/* TIME is a moment of the state's clock, and may be never; LENGTH is microseconds. */
typedef enum
{
  TIME,
  LENGTH,
  COUNT,
  FLAG,
} MemberKind;

typedef struct
{
  const char *name;
  MemberKind  kind;
  gsize       offset;
  guint       most; /* of a COUNT */
} Member;

#define MEMBER(field, kind, most)                                                                  \
  {                                                                                                \
    #field, kind, G_STRUCT_OFFSET (CoachReminderState, field), most                                \
  }

/* Presence, what is visible and who waits for what is found out anew. */
static const Member members[] = {
  MEMBER (at_us, TIME, 0),
  MEMBER (suspended_us, LENGTH, 0),
  MEMBER (posture, COUNT, COACH_REMINDER_SESSION),
  MEMBER (posture_since_us, TIME, 0),
  MEMBER (position_since_us, TIME, 0),
  MEMBER (present_since_us, TIME, 0),
  MEMBER (is_away, FLAG, 0),
  MEMBER (was_locked, FLAG, 0),
  MEMBER (away_since_us, TIME, 0),
  MEMBER (spell_began_us, TIME, 0),
  MEMBER (spell_us, LENGTH, 0),
  MEMBER (is_visible, FLAG, 0),
  MEMBER (shows, COUNT, 1000),
  MEMBER (shown_us, TIME, 0),
  MEMBER (not_before_us, TIME, 0),
  MEMBER (period_ends_us, TIME, 0),
  MEMBER (is_deferred, FLAG, 0),
  MEMBER (laters, COUNT, 1000),
  MEMBER (quiet_until_us, TIME, 0),
  MEMBER (woke_us, TIME, 0),
  MEMBER (paused_day, COUNT, G_MAXINT),
  MEMBER (asks_interval, FLAG, 0),
};

static gint64
get_unix_us (const CoachReminderNow *now)
{
  return g_date_time_to_unix (now->local) * G_USEC_PER_SEC
         + g_date_time_get_microsecond (now->local);
}

/**
 * coach_reminder_store_to_text:
 * @state: a state, right after an event
 * @now: the time
 * @boot_id: what is another after each start of the machine
 * @is_leaving: whether the program ends, as at a log-out, and will not see what happens next
 *
 * Writes a state down, with what both clocks say.
 *
 * Returns: (transfer full): a text for [func@reminder_store_from_text]
 */
char *
coach_reminder_store_to_text (const CoachReminderState *state,
                              const CoachReminderNow   *now,
                              const char               *boot_id,
                              gboolean                  is_leaving)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (state != NULL && now != NULL && boot_id != NULL, NULL);

  g_key_file_set_integer (file, GROUP, "version", VERSION);
  g_key_file_set_string (file, GROUP, "boot_id", boot_id);
  g_key_file_set_int64 (file, GROUP, "saved_us", coach_reminder_now_get_us (now));
  g_key_file_set_int64 (file, GROUP, "saved_wall_us", get_unix_us (now));
  g_key_file_set_boolean (file, GROUP, "is_leaving", is_leaving);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const Member *member = &members[i];
      gconstpointer field = G_STRUCT_MEMBER_P (state, member->offset);

      if (member->kind == TIME || member->kind == LENGTH)
        g_key_file_set_int64 (file, GROUP, member->name, *(const gint64 *) field);
      else
        g_key_file_set_integer (file, GROUP, member->name, *(const int *) field);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

static void
set_damaged (GError     **error,
             const char  *name)
{
  g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_DAMAGED,
               "the reminder's state: %s is missing or out of range", name);
}

static gboolean
is_sane (const Member *member,
         gint64        value,
         gint64        saved_us)
{
  switch (member->kind)
    {
    case TIME:
      return value == COACH_REMINDER_NEVER
             || (value > saved_us - LONGEST_US && value < saved_us + LONGEST_US);
    case LENGTH:
      return 0 <= value && value < LONGEST_US;
    case COUNT:
      return 0 <= value && value <= member->most;
    case FLAG:
      return value == 0 || value == 1;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_member (GKeyFile            *file,
             const Member        *member,
             gint64               saved_us,
             CoachReminderState  *state,
             GError             **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 value = g_key_file_get_int64 (file, GROUP, member->name, &problem);

  if (problem != NULL || !is_sane (member, value, saved_us))
    {
      set_damaged (error, member->name);
      return FALSE;
    }
  if (member->kind == TIME || member->kind == LENGTH)
    G_STRUCT_MEMBER (gint64, state, member->offset) = value;
  else
    G_STRUCT_MEMBER (int, state, member->offset) = (int) value;
  return TRUE;
}

/* What the clock of the state says may be another in this run of the machine. */
static void
shift (CoachReminderState *state,
       gint64              by_us)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gint64 *time_us = G_STRUCT_MEMBER_P (state, members[i].offset);

      if (members[i].kind == TIME && *time_us != COACH_REMINDER_NEVER)
        *time_us += by_us;
    }
}

/* Some times are never only before the first of what they are about. */
static gboolean
has_all_times (const CoachReminderState *state,
               gint64                    saved_us)
{
  const gint64 past[] = { state->at_us, state->posture_since_us, state->position_since_us,
                          state->present_since_us, state->away_since_us, state->spell_began_us };

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    if (past[i] == COACH_REMINDER_NEVER || past[i] > saved_us)
      return FALSE;
  return TRUE;
}

static gboolean
read_state (GKeyFile            *file,
            gint64               saved_us,
            CoachReminderState  *state,
            GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!read_member (file, &members[i], saved_us, state, error))
      return FALSE;
  if (!has_all_times (state, saved_us))
    {
      set_damaged (error, "a time");
      return FALSE;
    }
  return TRUE;
}

static GKeyFile *
open_text (const char  *text,
           GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  int version;

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    {
      set_damaged (error, "everything");
      return NULL;
    }
  version = g_key_file_get_integer (file, GROUP, "version", NULL);
  if (version > VERSION)
    g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_NEWER,
                 "the reminder's state: version %d is newer than %d", version, VERSION);
  else if (version < 1)
    set_damaged (error, "version");
  else
    return g_steal_pointer (&file);
  return NULL;
}

static gboolean
read_clocks (GKeyFile  *file,
             gint64    *saved_us,
             gint64    *saved_wall_us,
             GError   **error)
{
  g_autoptr (GError) problem = NULL;

  *saved_us = g_key_file_get_int64 (file, GROUP, "saved_us", &problem);
  if (problem == NULL)
    *saved_wall_us = g_key_file_get_int64 (file, GROUP, "saved_wall_us", &problem);
  if (problem == NULL && ABS (*saved_us / 2) < G_MAXINT64 / 4
      && ABS (*saved_wall_us / 2) < G_MAXINT64 / 4)
    return TRUE;
  set_damaged (error, "saved_us");
  return FALSE;
}

static void
feed (CoachReminderState        *state,
      const CoachReminderConfig *config,
      const CoachReminderEvent  *event,
      const CoachReminderNow    *now,
      CoachReminderOrders       *orders)
{
  CoachReminderState before = *state;

  *state = coach_reminder_state_after (&before, config, event, now, orders);
}

/* Neither a session nor a led break outlives the program; what was done of it counts. */
static void
end_what_was_led (CoachReminderState        *state,
                  const CoachReminderConfig *config,
                  const CoachReminderNow    *then,
                  CoachReminderOrders       *orders)
{
  CoachReminderEvent stopped = { .kind = COACH_REMINDER_EVENT_BREAK_STOPPED };
  CoachReminderEvent ended = { .kind = COACH_REMINDER_EVENT_SESSION_ENDED };

  *orders = (CoachReminderOrders) { 0 };
  if (state->posture == COACH_REMINDER_SESSION)
    feed (state, config, &ended, then, orders);
  else if (state->posture != COACH_REMINDER_SITTING && state->posture != COACH_REMINDER_STANDING)
    feed (state, config, &stopped, then, orders);
}

/* Time that nobody watched. A crash is noticed within seconds, and who sat goes on sitting; after a
 * log-out or a start of the machine, nobody was here. */
static void
bridge (CoachReminderState        *state,
        const CoachReminderConfig *config,
        const CoachReminderNow    *now,
        gint64                     left_us,
        gboolean                   was_away,
        CoachReminderOrders       *orders)
{
  CoachReminderNow then = { left_us - state->suspended_us, state->suspended_us, now->local };
  CoachReminderEvent sleeps = { .kind = COACH_REMINDER_EVENT_PRESENCE,
                                .presence = COACH_PRESENCE_ASLEEP,
                                .since_us = then.monotonic_us };
  CoachReminderOrders nothing;

  state->is_visible = FALSE;
  end_what_was_led (state, config, &then, orders);
  if (!was_away)
    return;
  feed (state, config, &sleeps, &then, &nothing);
  state->suspended_us = now->suspended_us;
}

/**
 * coach_reminder_store_from_text:
 * @text: what [func@reminder_store_to_text] wrote
 * @config: the configuration
 * @now: the time
 * @boot_id: that of this run of the machine
 * @state: (out): the state as it was, by today's clocks; a new one on error
 * @orders: (out): a break that is to be put down, if there is one
 * @error: why not, a [error@ReminderError]
 *
 * Reads a state. When the machine was started since, or the program had ended with the person's
 * session, the person was away meanwhile, for as long as it really was; otherwise they sat on. A
 * session and a led break are over, and a notification that was there is no longer reckoned with.
 * Tell presence next.
 *
 * Returns: whether the text made sense
 */
gboolean
coach_reminder_store_from_text (const char                 *text,
                                const CoachReminderConfig  *config,
                                const CoachReminderNow     *now,
                                const char                 *boot_id,
                                CoachReminderState         *state,
                                CoachReminderOrders        *orders,
                                GError                    **error)
{
  CoachReminderState read = coach_reminder_state_begin (now);
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *boot = NULL;
  gint64 now_us = coach_reminder_now_get_us (now);
  gint64 saved_us, wall_us, left_us;

  g_return_val_if_fail (text != NULL && config != NULL && now != NULL, FALSE);
  g_return_val_if_fail (state != NULL && orders != NULL, FALSE);

  *state = read;
  *orders = (CoachReminderOrders) { 0 };
  file = open_text (text, error);
  if (file == NULL || !read_clocks (file, &saved_us, &wall_us, error)
      || !read_state (file, saved_us, &read, error))
    return FALSE;
  boot = g_key_file_get_string (file, GROUP, "boot_id", NULL);
  left_us = saved_us;
  if (g_strcmp0 (boot, boot_id) != 0 || saved_us > now_us)
    {
      left_us = now_us - CLAMP (get_unix_us (now) - wall_us, 0, LONGEST_US);
      shift (&read, left_us - saved_us);
    }
  bridge (&read, config, now, left_us,
          left_us != saved_us || g_key_file_get_boolean (file, GROUP, "is_leaving", NULL),
          orders);
  *state = read;
  return TRUE;
}
