#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-autostart-private.h"

#include <glib/gi18n.h>

#include "coach-autostart-file.h"

#define REMINDER_NAME APP_ID ".Reminder"
#define UNIT          "lowtide-reminder.service"
#define KEY           "reminders-enabled"

#define SYSTEMD_NAME      "org.freedesktop.systemd1"
#define SYSTEMD_PATH      "/org/freedesktop/systemd1"
#define SYSTEMD_INTERFACE "org.freedesktop.systemd1.Manager"

/* How long it may take to come up; the portal's answer may be waiting for the person. */
#define START_US   (10 * (gint64) G_USEC_PER_SEC)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachAutostart:
 *
 * Switches the reminder on and off: whether it runs now and is started at login, by whatever way
 * this desktop has for that. Nothing here waits.
 */
G_DEFINE_FINAL_TYPE (CoachAutostart, coach_autostart, G_TYPE_OBJECT)

static void
tell_changed (CoachAutostart *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_running (CoachAutostart *self)
{
  CoachReminderFacts facts;

  coach_reminder_link_get_facts (self->link, &facts);
  return facts.is_running;
}

/* The first thing that went wrong is what the person is told. @format takes what the bus says. */
void
coach_autostart_note_problem (CoachAutostart *self,
                              const char     *format,
                              GError         *error)
{
  g_dbus_error_strip_remote_error (error);
  g_message ("%s", error->message);
  if (self->problem == NULL)
    self->problem = g_strdup_printf (format, error->message);
}

static void
disarm (CoachAutostart *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

/* Reminders that can neither come now nor later are off, whatever was wanted. */
void
coach_autostart_end_change (CoachAutostart *self)
{
  disarm (self);
  self->is_busy = FALSE;
  if (self->wants_on && !self->is_at_login && !is_running (self))
    g_settings_set_boolean (self->settings, KEY, FALSE);
  tell_changed (self);
}

static void
start_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachAutostart *self = user_data;

  self->wake_id = 0;
  if (self->problem == NULL)
    self->problem = g_strdup (_("The reminder was started, but does not come up."));
  coach_autostart_end_change (self);
}

static void
link_changed_cb (CoachAutostart *self)
{
  if (self->wake_id != 0 && is_running (self))
    coach_autostart_end_change (self);
}

/* It was started; now it has to come up. */
static void
await_reminder (CoachAutostart *self)
{
  if (self->problem != NULL || is_running (self))
    coach_autostart_end_change (self);
  else
    self->wake_id = coach_clock_add_wake (
        self->clock, coach_clock_get_monotonic_us (self->clock) + START_US, start_due_cb, self);
}

static void
call (CoachAutostart      *self,
      const char          *name,
      const char          *path,
      const char          *interface,
      const char          *method,
      GVariant            *arguments,
      GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->bus, name, path, interface, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, COACH_AUTOSTART_TIMEOUT_MS,
                          self->cancellable, callback, callback != NULL ? g_object_ref (self) : NULL);
}

static void
call_systemd (CoachAutostart      *self,
              const char          *method,
              GVariant            *arguments,
              GAsyncReadyCallback  callback)
{
  call (self, SYSTEMD_NAME, SYSTEMD_PATH, SYSTEMD_INTERFACE, method, arguments, callback);
}

static void
started_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CoachAutostart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  /* One that runs already need not be startable: a person may have started it by hand. */
  if (answer == NULL && !is_running (self))
    /* Translators: what the system said, in English */
    coach_autostart_note_problem (self, _("The reminder could not be started: %s"), error);
  await_reminder (self);
}

void
coach_autostart_start_by_bus (CoachAutostart *self)
{
  call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "StartServiceByName", g_variant_new ("(su)", REMINDER_NAME, 0), started_cb);
}

static void
stopped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CoachAutostart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  /* It ends by itself, too, once it is not wanted. */
  if (answer == NULL)
    g_debug ("stop: %s", error->message);
  coach_autostart_end_change (self);
}

static void
unit_changed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CoachAutostart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  if (answer != NULL)
    {
      self->is_at_login = self->wants_on;
      call_systemd (self, "Reload", NULL, NULL);
    }
  else
    coach_autostart_note_problem (self,
                                  self->wants_on
                                      /* Translators: what the system said, in English */
                                      ? _("The reminder will not start at login: %s")
                                      : _("The reminder will still start at login: %s"),
                                  error);
  if (self->wants_on)
    call_systemd (self, "StartUnit", g_variant_new ("(ss)", UNIT, "replace"), started_cb);
  else
    call_systemd (self, "StopUnit", g_variant_new ("(ss)", UNIT, "replace"), stopped_cb);
}

static void
change_unit (CoachAutostart *self)
{
  const char *units[] = { UNIT, NULL };

  /* An entry of before there was a unit would start it twice. */
  coach_autostart_file_remove (self->places, NULL);
  if (self->wants_on)
    call_systemd (self, "EnableUnitFiles", g_variant_new ("(^asbb)", units, FALSE, TRUE),
                  unit_changed_cb);
  else
    call_systemd (self, "DisableUnitFiles", g_variant_new ("(^asb)", units, FALSE),
                  unit_changed_cb);
}

static void
change_file (CoachAutostart *self)
{
  g_autoptr (GError) error = NULL;

  if (self->wants_on && !coach_autostart_file_write (self->places, &error))
    coach_autostart_note_problem (self, _("The reminder will not start at login: %s"), error);
  if (!self->wants_on && !coach_autostart_file_remove (self->places, &error))
    coach_autostart_note_problem (self, _("The reminder will still start at login: %s"), error);
  self->is_at_login = coach_autostart_file_is_there (self->places);
  if (self->wants_on && self->bus != NULL)
    coach_autostart_start_by_bus (self);
  else
    coach_autostart_end_change (self);
}

static void
change (CoachAutostart *self)
{
  switch (self->way)
    {
    case COACH_AUTOSTART_PORTAL:
      coach_autostart_ask_portal (self);
      break;
    case COACH_AUTOSTART_SYSTEMD:
      change_unit (self);
      break;
    case COACH_AUTOSTART_FILE:
    case COACH_AUTOSTART_UNKNOWN:
    default:
      change_file (self);
      break;
    }
}

static void
take_truth (CoachAutostart    *self,
            CoachAutostartWay  way,
            gboolean           is_at_login)
{
  self->way = way;
  self->is_at_login = is_at_login;
  if (self->is_busy)
    change (self);
  else
    tell_changed (self);
}

static void
unit_state_told_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CoachAutostart) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  gboolean is_there = coach_autostart_file_is_there (self->places);
  const char *state = "";

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(s)")))
    {
      take_truth (self, COACH_AUTOSTART_FILE, is_there);
      return;
    }
  g_variant_get (answer, "(&s)", &state);
  take_truth (self, COACH_AUTOSTART_SYSTEMD, is_there || g_str_has_prefix (state, "enabled"));
}

/* What the portal granted last cannot be asked for; it granted it if reminders are on. */
static void
look (CoachAutostart *self)
{
  if (self->bus == NULL)
    take_truth (self, COACH_AUTOSTART_FILE, coach_autostart_file_is_there (self->places));
  else if (self->is_sandboxed)
    take_truth (self, COACH_AUTOSTART_PORTAL, g_settings_get_boolean (self->settings, KEY));
  else
    call_systemd (self, "GetUnitFileState", g_variant_new ("(s)", UNIT), unit_state_told_cb);
}

static void
coach_autostart_dispose (GObject *object)
{
  CoachAutostart *self = COACH_AUTOSTART (object);

  if (self->wake_id != 0)
    disarm (self);
  g_cancellable_cancel (self->cancellable);
  if (self->bus != NULL)
    coach_autostart_forget_request (self);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (coach_autostart_parent_class)->dispose (object);
}

static void
coach_autostart_finalize (GObject *object)
{
  CoachAutostart *self = COACH_AUTOSTART (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->settings);
  g_object_unref (self->places);
  g_object_unref (self->clock);
  g_object_unref (self->link);
  g_free (self->problem);

  G_OBJECT_CLASS (coach_autostart_parent_class)->finalize (object);
}

static void
coach_autostart_class_init (CoachAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_autostart_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_autostart_finalize;

  /**
   * CoachAutostart::changed:
   * @self: what switches the reminder
   *
   * What is known of it is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_autostart_init (CoachAutostart *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * coach_autostart_new:
 * @settings: the settings
 * @places: the folders
 * @clock: the clock
 * @link: what knows whether the reminder runs
 *
 * Makes what switches the reminder. Until it is connected, there is no bus.
 *
 * Returns: (transfer full): what switches it
 */
CoachAutostart *
coach_autostart_new (GSettings         *settings,
                     CoachPlaces       *places,
                     CoachClock        *clock,
                     CoachReminderLink *link)
{
  CoachAutostart *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COACH_IS_REMINDER_LINK (link), NULL);

  self = g_object_new (COACH_TYPE_AUTOSTART, NULL);
  self->settings = g_object_ref (settings);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  self->link = g_object_ref (link);
  g_signal_connect_object (link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * coach_autostart_connect:
 * @self: what switches the reminder
 * @bus: (nullable): the session bus
 * @is_sandboxed: whether the program runs in a Flatpak, where only the portal can start things
 *
 * Gives it the bus. It may be called once.
 */
void
coach_autostart_connect (CoachAutostart  *self,
                         GDBusConnection *bus,
                         gboolean         is_sandboxed)
{
  g_return_if_fail (COACH_IS_AUTOSTART (self));
  g_return_if_fail (self->bus == NULL);

  g_set_object (&self->bus, bus);
  self->is_sandboxed = is_sandboxed;
}

/**
 * coach_autostart_look:
 * @self: what switches the reminder
 *
 * Finds out how it really is, for others can switch units and entries, too.
 */
void
coach_autostart_look (CoachAutostart *self)
{
  g_return_if_fail (COACH_IS_AUTOSTART (self));

  if (!self->is_busy)
    look (self);
}

/**
 * coach_autostart_switch:
 * @self: what switches the reminder
 * @on: whether reminders are wanted
 *
 * Has the reminder run now and after each login, or neither. What comes of it is told by
 * [signal@Autostart::changed]. While a change is under way nothing happens.
 */
void
coach_autostart_switch (CoachAutostart *self,
                        gboolean        on)
{
  g_return_if_fail (COACH_IS_AUTOSTART (self));

  if (self->is_busy)
    return;
  g_clear_pointer (&self->problem, g_free);
  if (!g_settings_set_boolean (self->settings, KEY, on))
    {
      self->problem = g_strdup (_("This setting is locked by whoever looks after this computer."));
      tell_changed (self);
      return;
    }
  self->is_busy = TRUE;
  self->wants_on = on;
  tell_changed (self);
  look (self);
}

/**
 * coach_autostart_get_facts:
 * @self: what switches the reminder
 * @facts: (out caller-allocates): what is known
 *
 * Gets how it is, as far as it was found out.
 */
void
coach_autostart_get_facts (CoachAutostart      *self,
                           CoachAutostartFacts *facts)
{
  g_return_if_fail (COACH_IS_AUTOSTART (self));
  g_return_if_fail (facts != NULL);

  *facts = (CoachAutostartFacts) {
    .way = self->way,
    .is_wanted = g_settings_get_boolean (self->settings, KEY),
    .is_at_login = self->is_at_login,
    .is_busy = self->is_busy,
    .problem = self->problem,
  };
}
