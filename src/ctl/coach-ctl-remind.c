#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"
#include "coach-reminder-bus.h"

#define NAME        APP_ID ".Reminder"
#define PATH        "/org/lowtide/Lowtide/Reminder"
#define TIMEOUT_MS  5000
#define MAX_MINUTES 1440

/* The reminder that runs in the background: what it knows, and what it is told. */

typedef struct
{
  guint    sat_s;
  guint    limit_s;
  gboolean is_growing;
  guint    stood_s;
} Spell;

typedef gboolean (*ActionFunc) (CoachBusReminder  *reminder,
                                guint              minutes,
                                GError           **error);

static const struct
{
  const char *id;
  const char *words;
} states[] = {
  { "sitting", N_ ("sitting") },
  { "unknown", N_ ("not known; every minute counts") },
  { "away", N_ ("away for a moment") },
  { "break", N_ ("on a break") },
  { "standing", N_ ("standing") },
  { "stand", N_ ("standing up for a minute") },
  { "chair", N_ ("moving in the chair") },
  { "session", N_ ("doing a session") },
};

static const struct
{
  const char *id;
  const char *words;
} holds[] = {
  { "do-not-disturb", N_ ("do not disturb is on") },
  { "full-screen", N_ ("something fills the screen") },
  { "inhibitor", N_ ("a film or a call keeps the screen on") },
  { "camera", N_ ("the camera is in use") },
  { "microphone", N_ ("the microphone is in use") },
  { "quiet", N_ ("you asked for quiet") },
  { "hours", N_ ("it is outside your hours") },
  { "today", N_ ("paused for the rest of the day") },
  { "woke", N_ ("the computer woke up a moment ago") },
  { "no-server", N_ ("nothing here shows notifications") },
};

static const char *
describe_state (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].id, id) == 0)
      return _(states[i].words);
  return id;
}

static const char *
describe_hold (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    if (g_strcmp0 (holds[i].id, id) == 0)
      return _(holds[i].words);
  return id;
}

/* GIO would start a bus of its own where there is none. */
static GDBusConnection *
connect_to_bus (GError **error)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  g_autoptr (GError) local = NULL;
  GDBusConnection *bus;

  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL && !g_file_test (socket, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_REMINDER,
                   _("there is no session bus, so the reminder cannot be reached"));
      return NULL;
    }
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &local);
  if (bus == NULL)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_REMINDER,
                 _("the session bus cannot be reached: %s"), local->message);
  return bus;
}

/* What went wrong on the bus, in one line of ours. */
static void
take_bus_error (GError  *local,
                GError **error)
{
  g_dbus_error_strip_remote_error (local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
      || g_error_matches (local, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_REMINDER,
                 _("the reminder does not answer"));
  else
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_REMINDER,
                 _("the reminder did not do it: %s"), local->message);
  g_error_free (local);
}

/* Never starts it: whether it runs is the person's choice. */
static CoachBusReminder *
find_reminder (GDBusConnection  *bus,
               GDBusProxyFlags   flags,
               GError          **error)
{
  g_autoptr (CoachBusReminder) reminder = NULL;
  g_autofree char *owner = NULL;
  GError *local = NULL;

  reminder = coach_bus_reminder_proxy_new_sync (bus, flags | G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START,
                                                NAME, PATH, NULL, &local);
  if (reminder == NULL)
    {
      take_bus_error (local, error);
      return NULL;
    }
  owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (reminder));
  if (owner == NULL)
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_REMINDER,
                   _("the reminder does not run; Preferences of Lowtide switch it on"));
      return NULL;
    }
  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (reminder), TIMEOUT_MS);
  return g_steal_pointer (&reminder);
}

static gboolean
keep_quiet (CoachBusReminder  *reminder,
            guint              minutes,
            GError           **error)
{
  return coach_bus_reminder_call_pause_sync (reminder, minutes, NULL, error);
}

static gboolean
resume (CoachBusReminder  *reminder,
        guint              minutes,
        GError           **error)
{
  return coach_bus_reminder_call_resume_sync (reminder, NULL, error);
}

static gboolean
stand (CoachBusReminder  *reminder,
       guint              minutes,
       GError           **error)
{
  return coach_bus_reminder_call_set_standing_sync (reminder, TRUE, NULL, error);
}

static gboolean
sit (CoachBusReminder  *reminder,
     guint              minutes,
     GError           **error)
{
  return coach_bus_reminder_call_set_standing_sync (reminder, FALSE, NULL, error);
}

static const struct
{
  const char *name;
  ActionFunc  run; /* NULL only looks */
  gboolean    takes_minutes;
} actions[] = {
  { "status", NULL, FALSE },
  { "pause", keep_quiet, TRUE },
  { "resume", resume, FALSE },
  { "standing", stand, FALSE },
  { "sitting", sit, FALSE },
};

/* The local time of day, with the day where it is another one. */
static char *
dup_quiet_until (CoachCtl *ctl,
                 gint64    until)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (until);

  if (time == NULL)
    return NULL;
  return g_date_time_format (time, g_date_time_get_day_of_year (time)
                                           == g_date_time_get_day_of_year (ctl->now)
                                       ? "%H:%M"
                                       : "%Y-%m-%d %H:%M");
}

static void
add_status (CoachCtl         *ctl,
            CoachBusReminder *reminder,
            const Spell      *spell)
{
  gint64 until = coach_bus_reminder_get_quiet_until (reminder);
  g_autoptr (GDateTime) time = until > 0 ? g_date_time_new_from_unix_local (until) : NULL;
  g_autofree char *quiet = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "state", coach_bus_reminder_get_state (reminder));
  coach_ctl_add_int (ctl->json, "sat_s", spell->sat_s);
  coach_ctl_add_int (ctl->json, "limit_s", spell->limit_s);
  json_builder_set_member_name (ctl->json, "growing");
  json_builder_add_boolean_value (ctl->json, spell->is_growing);
  coach_ctl_add_int (ctl->json, "stood_s", spell->stood_s);
  coach_ctl_add_strings (ctl->json, "holds", coach_bus_reminder_get_holds (reminder));
  coach_ctl_add_string (ctl->json, "quiet_until", quiet);
  coach_ctl_add_string (ctl->json, "source", coach_bus_reminder_get_source (reminder));
  json_builder_set_member_name (ctl->json, "has_server");
  json_builder_add_boolean_value (ctl->json, coach_bus_reminder_get_has_server (reminder));
  json_builder_end_object (ctl->json);
}

static char *
dup_holds (CoachBusReminder *reminder)
{
  const char * const *ids = coach_bus_reminder_get_holds (reminder);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_strv_builder_add (builder, describe_hold (ids[i]));
  words = g_strv_builder_end (builder);
  return words[0] != NULL ? g_strjoinv ("; ", words) : NULL;
}

static void
print_status (CoachCtl         *ctl,
              CoachBusReminder *reminder,
              const Spell      *spell)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);
  gint64 until = coach_bus_reminder_get_quiet_until (reminder);
  g_autofree char *held = dup_holds (reminder);
  g_autofree char *quiet = until > 0 ? dup_quiet_until (ctl, until) : NULL;
  gboolean is_standing = g_strcmp0 (coach_bus_reminder_get_state (reminder), "standing") == 0;
  /* Translators: minutes sat or stood so far, and those that may be */
  g_autofree char *minutes
      = g_strdup_printf (_("%u of %u minutes"), (is_standing ? spell->stood_s : spell->sat_s) / 60,
                         spell->limit_s / 60);

  coach_ctl_table_add_row (table, _("Now"), describe_state (coach_bus_reminder_get_state (reminder)),
                           NULL);
  coach_ctl_table_add_row (table, is_standing ? _("Stood") : _("Sat"), minutes, NULL);
  if (held != NULL)
    coach_ctl_table_add_row (table, _("Held back"), held, NULL);
  if (quiet != NULL)
    coach_ctl_table_add_row (table, _("Quiet until"), quiet, NULL);
  coach_ctl_table_add_row (table, _("Told by"),
                           coach_presence_describe_source (coach_bus_reminder_get_source (reminder)),
                           NULL);
  coach_ctl_table_print (table, "", ctl->text);
}

/* A number of minutes; @minutes is 0, the rest of the day, where there is none. */
static gboolean
read_minutes (const char  *word,
              guint       *minutes,
              GError     **error)
{
  guint64 value = 0;

  if (word != NULL && !g_ascii_string_to_unsigned (word, 10, 1, MAX_MINUTES, &value, NULL))
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                   _("pause takes a number of minutes from 1 to %u"), MAX_MINUTES);
      return FALSE;
    }
  *minutes = (guint) value;
  return TRUE;
}

static gboolean
act (GDBusConnection  *bus,
     ActionFunc        run,
     guint             minutes,
     GError          **error)
{
  g_autoptr (CoachBusReminder) reminder
      = find_reminder (bus, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, error);
  GError *local = NULL;

  if (reminder == NULL)
    return FALSE;
  if (run (reminder, minutes, &local))
    return TRUE;
  take_bus_error (local, error);
  return FALSE;
}

/* How it is once it has been told: it is asked anew. */
static CoachCtlStatus
tell_status (CoachCtl         *ctl,
             GDBusConnection  *bus,
             GError          **error)
{
  g_autoptr (CoachBusReminder) reminder = find_reminder (bus, G_DBUS_PROXY_FLAGS_NONE, error);
  GError *local = NULL;
  Spell spell;

  if (reminder == NULL)
    return COACH_CTL_FAILED;
  if (!coach_bus_reminder_call_get_spell_sync (reminder, &spell.sat_s, &spell.limit_s,
                                               &spell.is_growing, &spell.stood_s, NULL, &local))
    {
      take_bus_error (local, error);
      return COACH_CTL_FAILED;
    }
  if (ctl->json != NULL)
    add_status (ctl, reminder, &spell);
  else
    print_status (ctl, reminder, &spell);
  return COACH_CTL_FINE;
}

static CoachCtlStatus
run_action (CoachCtl   *ctl,
            ActionFunc  run,
            guint       minutes,
            GError    **error)
{
  g_autoptr (GDBusConnection) bus = connect_to_bus (error);

  if (bus == NULL || (run != NULL && !act (bus, run, minutes, error)))
    return COACH_CTL_FAILED;
  return tell_status (ctl, bus, error);
}

/**
 * coach_ctl_remind:
 * @ctl: the program; its operands are what to do, and for how many minutes
 *
 * Asks the reminder how it is, or tells it to pause, to go on, or that the person stands or sits.
 * Each tells how it is then. It is not started by this.
 *
 * Returns: fine when it has answered
 */
CoachCtlStatus
coach_ctl_remind (CoachCtl  *ctl,
                  GError   **error)
{
  g_autofree char *safe = NULL;
  guint minutes;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, ctl->operands[0]))
      {
        if (ctl->operands[1] != NULL && !actions[i].takes_minutes)
          {
            g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                         _("too many words; it is: %s %s"), "remind", actions[i].name);
            return COACH_CTL_USAGE;
          }
        if (!read_minutes (ctl->operands[1], &minutes, error))
          return COACH_CTL_USAGE;
        return run_action (ctl, actions[i].run, minutes, error);
      }
  safe = coach_ctl_dup_safe (ctl->operands[0]);
  g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
               _("“%s” is nothing that the reminder can be told"), safe);
  return COACH_CTL_USAGE;
}
