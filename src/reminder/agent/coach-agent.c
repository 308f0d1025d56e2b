#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-agent.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

#include "coach-agent-clerk.h"
#include "coach-agent-config.h"
#include "coach-agent-memory.h"
#include "coach-agent-service.h"
#include "coach-break-leader.h"
#include "coach-desktop-notifier.h"
#include "coach-hold-watch.h"
#include "coach-program-caller.h"
#include "coach-sound-chime.h"
#include "coach-zone-watch.h"
#include "presence.h"
#include "reminder.h"

/* Its name on the session bus, and of its application. */
#define COACH_AGENT_NAME APP_ID ".Reminder"

/* A session bus that does not come back for so long is that of a session that has ended. */
#define BUS_WAIT_S  60
#define BUS_RETRY_S 2

/* The screen is looked at for so long before a reminder is due. */
#define NEAR_US (60 * (gint64) G_USEC_PER_SEC)

#define COACH_TYPE_AGENT (coach_agent_get_type ())
G_DECLARE_FINAL_TYPE (CoachAgent, coach_agent, COACH, AGENT, GApplication)

struct _CoachAgent
{
  GApplication         parent_instance;

  CoachPlaces         *places;      /* (owned) (not nullable), given at construction */
  CoachClock          *clock;       /* (owned) (not nullable), given at construction */
  CoachAgentService   *service;     /* (owned) (nullable): while it is on a bus */
  CoachAgentClerk     *clerk;       /* (owned) (not nullable) */

  GSettings           *settings;    /* (owned) (nullable): these all from startup to shutdown */
  CoachSittingNumbers  numbers;
  gboolean             is_locked;   /* by a warning sign */
  CoachPresence       *presence;    /* (owned) (nullable) */
  CoachBusLink        *session_bus; /* (owned) (nullable) */
  CoachBusLink        *system_bus;  /* (owned) (nullable) */
  CoachDesktopNotifier *notifier;   /* (owned) (nullable) */
  char                *mark;        /* (owned) (nullable): of the notice, as it was kept */
  CoachHoldWatch      *holds;       /* (owned) (nullable) */
  CoachZoneWatch      *zone;        /* (owned) (nullable) */
  CoachReminder       *reminder;    /* (owned) (nullable) */
  CoachBreakLeader    *leader;      /* (owned) (nullable) */
  CoachProgramCaller  *program;     /* (owned) (nullable) */

  guint                screen_wake; /* 0 while the screen is watched, or need not be */
  guint                signal_ids[2];
  gboolean             lost_bus;
  gboolean             has_failed;  /* its catalogue could not be read */
};

/**
 * CoachAgent:
 *
 * The background program: it puts together what reminds of sitting. It runs as long as the person
 * wants reminders.
 */
G_DEFINE_FINAL_TYPE (CoachAgent, coach_agent, G_TYPE_APPLICATION)

static void screen_wake_cb (CoachClock *clock, gpointer user_data);

/* How long it is until a reminder may be due; never while nothing is counted. */
static gint64
get_remaining_us (CoachAgent *self)
{
  const CoachReminderState *state = coach_reminder_get_state (self->reminder);
  const CoachReminderConfig *config = coach_reminder_get_config (self->reminder);

  if (state->posture != COACH_REMINDER_SITTING || state->is_away
      || (config->holds & COACH_REMINDER_HOLD_FULL_SCREEN) == 0)
    return G_MAXINT64;
  return config->limit_us - coach_reminder_get_spell_us (self->reminder);
}

/* Each change of the window that is in use wakes whoever watches the screen, so that is done only
 * when a reminder is near. */
static void
watch_screen (CoachAgent *self)
{
  gint64 remaining_us = get_remaining_us (self);
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);

  if (self->screen_wake != 0)
    coach_clock_remove_wake (self->clock, self->screen_wake);
  self->screen_wake = 0;
  coach_hold_watch_set_watches_screen (self->holds, remaining_us <= NEAR_US);
  if (remaining_us > NEAR_US && remaining_us != G_MAXINT64)
    self->screen_wake = coach_clock_add_wake (self->clock, now_us + remaining_us - NEAR_US,
                                              screen_wake_cb, self);
}

static void
screen_wake_cb (CoachClock *clock,
                gpointer    user_data)
{
  CoachAgent *self = user_data;

  self->screen_wake = 0;
  watch_screen (self);
}

static void
configure (CoachAgent *self)
{
  CoachReminderConfig config;

  coach_agent_config_read (&config, &self->numbers, self->settings, self->is_locked);
  coach_reminder_set_config (self->reminder, &config);
  watch_screen (self);
}

/* What cannot be read now leaves it as it was. */
static void
look_again (CoachAgent *self)
{
  g_autoptr (GError) error = NULL;

  if (!coach_agent_clerk_look (self->clerk, &self->numbers, &self->is_locked, &error))
    g_message ("%s", error->message);
  configure (self);
}

static void
settings_changed_cb (CoachAgent *self,
                     const char *key)
{
  if (!g_str_has_prefix (key, "reminder"))
    return;
  if (g_settings_get_boolean (self->settings, "reminders-enabled"))
    configure (self);
  else
    g_application_quit (G_APPLICATION (self));
}

static void
holds_changed_cb (CoachAgent *self)
{
  coach_reminder_set_holds (self->reminder, coach_hold_watch_get_holds (self->holds));
}

static void
keep_mark (CoachAgent *self)
{
  const char *mark = coach_desktop_notifier_get_mark (self->notifier);

  if (g_strcmp0 (mark, self->mark) == 0)
    return;
  g_free (self->mark);
  self->mark = g_strdup (mark);
  coach_agent_memory_set_mark (self->places, mark);
}

static void
reminder_changed_cb (CoachAgent *self)
{
  coach_agent_memory_save (self->places, self->reminder, FALSE);
  watch_screen (self);
}

/* The sign may be newer than what was last read. */
static void
lead_stand (CoachAgent *self)
{
  look_again (self);
  if (self->is_locked)
    {
      coach_reminder_end_break (self->reminder, FALSE);
      coach_program_caller_open (self->program);
    }
  else
    coach_break_leader_begin (self->leader, NULL);
}

/* The chair's break is shown by the program; its session, once it runs, is the break. */
static void
led_break_began_cb (CoachAgent *self,
                    int         posture)
{
  if (posture == COACH_REMINDER_LED_CHAIR)
    coach_program_caller_start_routine (self->program, COACH_ROUTINE_CHAIR);
  else
    lead_stand (self);
}

static void
led_break_ended_cb (CoachAgent *self)
{
  coach_break_leader_stop (self->leader);
}

static void
leader_finished_cb (CoachAgent *self,
                    gboolean    is_done)
{
  coach_reminder_end_break (self->reminder, is_done);
}

static void
program_failed_cb (CoachAgent *self)
{
  coach_reminder_end_break (self->reminder, FALSE);
}

static void
opened_cb (CoachAgent *self)
{
  coach_program_caller_open (self->program);
}

static void
break_taken_cb (CoachAgent *self,
                const char *kind,
                GDateTime  *began,
                guint       length_s,
                guint       sat_s)
{
  coach_agent_clerk_put_down (self->clerk, kind, began, length_s, sat_s);
}

static void
make_reminder (CoachAgent *self)
{
  CoachReminderConfig config;

  coach_agent_config_read (&config, &self->numbers, self->settings, self->is_locked);
  self->reminder = coach_reminder_new (self->clock, self->presence,
                                       COACH_NOTIFIER (self->notifier), &config);
  g_signal_connect_object (self->reminder, "break-taken", G_CALLBACK (break_taken_cb), self,
                           G_CONNECT_SWAPPED);
  coach_agent_memory_restore (self->places, self->reminder);
  g_signal_connect_object (self->reminder, "changed", G_CALLBACK (reminder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "led-break-began", G_CALLBACK (led_break_began_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "led-break-ended", G_CALLBACK (led_break_ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_parts (CoachAgent *self)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *session = NULL;
  g_autofree char *system = NULL;
  g_autoptr (CoachChime) chime = coach_sound_chime_new (self->places);

  session = coach_bus_link_find_address (G_BUS_TYPE_SESSION, (const char * const *) environment);
  system = coach_bus_link_find_address (G_BUS_TYPE_SYSTEM, (const char * const *) environment);

  self->presence = coach_session_presence_new (self->clock, (const char * const *) environment);
  self->session_bus = coach_bus_link_new (self->clock, session);
  self->system_bus = coach_bus_link_new (self->clock, system);
  self->mark = coach_agent_memory_dup_mark (self->places);
  self->notifier = coach_desktop_notifier_new (self->clock, self->session_bus, self->mark);
  self->holds = coach_hold_watch_new (self->clock, (const char * const *) environment,
                                      self->session_bus, self->system_bus, "/dev", "/proc");
  self->zone = coach_zone_watch_new (self->system_bus);
  self->leader = coach_break_leader_new (self->places, self->clock,
                                         COACH_NOTIFIER (self->notifier), chime);
  self->program = coach_program_caller_new (
      g_application_get_dbus_connection (G_APPLICATION (self)));
  g_signal_connect_object (self->holds, "changed", G_CALLBACK (holds_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leader, "finished", G_CALLBACK (leader_finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->program, "failed", G_CALLBACK (program_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What an agent before this one led, or was told of, is over: whoever goes on says so again. */
static void
start_reminding (CoachAgent *self)
{
  coach_reminder_start (self->reminder);
  g_signal_connect_object (self->notifier, "notify::mark", G_CALLBACK (keep_mark), self,
                           G_CONNECT_SWAPPED);
  coach_reminder_end_break (self->reminder, FALSE);
  coach_reminder_set_session (self->reminder, FALSE);
  g_signal_connect_object (self->zone, "changed", G_CALLBACK (coach_reminder_clock_changed),
                           self->reminder, G_CONNECT_SWAPPED);
  configure (self);
  /* A camera or a microphone in use also means that somebody sits there. */
  coach_hold_watch_set_watches_devices (self->holds, TRUE);
  holds_changed_cb (self);
  coach_agent_service_serve (self->service, self->reminder, self->presence);
  g_signal_connect_object (self->service, "reload", G_CALLBACK (look_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
told_to_end_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
bus_closed_cb (CoachAgent *self)
{
  self->lost_bus = TRUE;
  g_application_quit (G_APPLICATION (self));
}

static void
watch_for_the_end (CoachAgent *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));

  self->signal_ids[0] = g_unix_signal_add (SIGTERM, told_to_end_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, told_to_end_cb, self);
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  g_signal_connect_object (bus, "closed", G_CALLBACK (bus_closed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
coach_agent_dbus_register (GApplication     *application,
                           GDBusConnection  *connection,
                           const char       *object_path,
                           GError          **error)
{
  CoachAgent *self = COACH_AGENT (application);

  if (!G_APPLICATION_CLASS (coach_agent_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->service = coach_agent_service_new (self->clock);
  return coach_agent_service_export (self->service, connection, object_path, error);
}

static void
coach_agent_dbus_unregister (GApplication    *application,
                             GDBusConnection *connection,
                             const char      *object_path)
{
  CoachAgent *self = COACH_AGENT (application);

  if (self->service != NULL)
    coach_agent_service_unexport (self->service);
  g_clear_object (&self->service);

  G_APPLICATION_CLASS (coach_agent_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

static void
coach_agent_startup (GApplication *application)
{
  CoachAgent *self = COACH_AGENT (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (coach_agent_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  if (!coach_agent_clerk_look (self->clerk, &self->numbers, &self->is_locked, &error))
    {
      g_printerr ("lowtide-reminder: %s\n", error->message);
      self->has_failed = TRUE;
      return;
    }
  make_parts (self);
  make_reminder (self);
  start_reminding (self);
  watch_for_the_end (self);
  if (g_settings_get_boolean (self->settings, "reminders-enabled"))
    g_application_hold (application);
}

static void
coach_agent_shutdown (GApplication *application)
{
  CoachAgent *self = COACH_AGENT (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    if (self->signal_ids[i] != 0)
      g_source_remove (self->signal_ids[i]);
  if (self->reminder != NULL)
    {
      coach_agent_memory_save (self->places, self->reminder, !self->lost_bus);
      coach_notifier_withdraw (COACH_NOTIFIER (self->notifier));
      keep_mark (self);
    }
  coach_agent_clerk_finish (self->clerk);
  if (self->screen_wake != 0)
    coach_clock_remove_wake (self->clock, self->screen_wake);
  self->screen_wake = 0;
  g_clear_object (&self->leader);
  g_clear_object (&self->program);
  g_clear_object (&self->holds);
  g_clear_object (&self->zone);
  g_clear_object (&self->reminder);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  g_clear_pointer (&self->mark, g_free);
  g_clear_object (&self->presence);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (coach_agent_parent_class)->shutdown (application);
}

/* Who starts it again wants it to be there, and it is. */
static void
coach_agent_activate (GApplication *application)
{
}

static int
coach_agent_handle_local_options (GApplication *application,
                                  GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("lowtide-reminder %s\n", PACKAGE_VERSION);
  return 0;
}

static void
coach_agent_dispose (GObject *object)
{
  CoachAgent *self = COACH_AGENT (object);

  g_clear_object (&self->service);
  g_clear_object (&self->clerk);
  g_clear_object (&self->clock);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (coach_agent_parent_class)->dispose (object);
}

static void
coach_agent_class_init (CoachAgentClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_agent_dispose;

  application_class->dbus_register = coach_agent_dbus_register;
  application_class->dbus_unregister = coach_agent_dbus_unregister;
  application_class->startup = coach_agent_startup;
  application_class->shutdown = coach_agent_shutdown;
  application_class->activate = coach_agent_activate;
  application_class->handle_local_options = coach_agent_handle_local_options;
}

static void
coach_agent_init (CoachAgent *self)
{
  static const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Tell the version and end"), NULL },
    { NULL },
  };

  self->clerk = coach_agent_clerk_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _("Reminds of sitting too long. Started with the session once "
                              "reminders are switched on in Lowtide."));
}

/* On a bus where there is one already it ends at once. */
static CoachAgent *
coach_agent_new (CoachPlaces *places,
                 CoachClock  *clock)
{
  CoachAgent *self;

  self = g_object_new (COACH_TYPE_AGENT, "application-id", COACH_AGENT_NAME, NULL);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  return self;
}


static gboolean
is_bus_there (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) bus = NULL;

  if (address != NULL)
    bus = g_dbus_connection_new_for_address_sync (
        address,
        G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
            | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
        NULL, NULL, NULL);
  return bus != NULL;
}

static gboolean
wait_for_bus (void)
{
  for (int waited_s = 0; waited_s < BUS_WAIT_S; waited_s += BUS_RETRY_S)
    {
      if (is_bus_there ())
        return TRUE;
      g_usleep (BUS_RETRY_S * G_USEC_PER_SEC);
    }
  return FALSE;
}

/**
 * coach_agent_run:
 * @places: the person's folders
 * @clock: the clock
 * @argc: the number of words of the command line
 * @argv: (array length=argc): the command line
 *
 * Runs an agent, or does what one that runs wants done apart; see [class@AgentClerk]. It runs for
 * as long as the person wants reminders. When the session bus goes and comes back, the program
 * begins anew and goes on where it was: GIO has one connection a process.
 *
 * Returns: the exit status of the program
 */
int
coach_agent_run (CoachPlaces *places,
                 CoachClock  *clock,
                 int          argc,
                 char        *argv[])
{
  g_autoptr (CoachAgent) agent = NULL;
  int status;

  if (coach_agent_clerk_is_asked (argc, argv))
    return coach_agent_clerk_answer (places, clock, argc, argv);
  agent = coach_agent_new (places, clock);
  status = g_application_run (G_APPLICATION (agent), argc, argv);
  if (agent->lost_bus && wait_for_bus ())
    execv ("/proc/self/exe", argv);
  return agent->lost_bus || agent->has_failed ? EXIT_FAILURE : status;
}
