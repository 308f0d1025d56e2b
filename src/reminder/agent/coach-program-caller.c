#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-program-caller.h"

#define PROGRAM_PATH   "/org/lowtide/Lowtide"
#define APPLICATION    "org.freedesktop.Application"

/* Starting it takes longer on a slow disk. */
#define TIMEOUT_MS     (60 * 1000)

struct _CoachProgramCaller
{
  GObject          parent_instance;

  GDBusConnection *bus;         /* (owned) (not nullable), given at construction */
  GCancellable    *cancellable; /* (owned) (not nullable) */
};

typedef enum
{
  SIGNAL_FAILED,
} CoachProgramCallerSignal;

static guint signals[SIGNAL_FAILED + 1];

/**
 * CoachProgramCaller:
 *
 * Opens the program from the agent, by the bus alone: it is started where it does not run.
 */
G_DEFINE_FINAL_TYPE (CoachProgramCaller, coach_program_caller, G_TYPE_OBJECT)

static void
coach_program_caller_dispose (GObject *object)
{
  CoachProgramCaller *self = COACH_PROGRAM_CALLER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (coach_program_caller_parent_class)->dispose (object);
}

static void
coach_program_caller_finalize (GObject *object)
{
  g_object_unref (COACH_PROGRAM_CALLER (object)->cancellable);

  G_OBJECT_CLASS (coach_program_caller_parent_class)->finalize (object);
}

static void
coach_program_caller_class_init (CoachProgramCallerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_program_caller_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_program_caller_finalize;

  /**
   * CoachProgramCaller::failed:
   * @self: a caller
   *
   * The program could not be opened.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COACH_TYPE_PROGRAM_CALLER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_program_caller_init (CoachProgramCaller *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_message ("%s", error->message);
  g_signal_emit (user_data, signals[SIGNAL_FAILED], 0);
}

static void
call (CoachProgramCaller *self,
      const char         *method,
      GVariant           *parameters)
{
  g_dbus_connection_call (self->bus, APP_ID, PROGRAM_PATH, APPLICATION, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, self->cancellable, called_cb, self);
}

/**
 * coach_program_caller_new:
 * @bus: the session bus
 *
 * Makes a caller.
 *
 * Returns: (transfer full): a caller
 */
CoachProgramCaller *
coach_program_caller_new (GDBusConnection *bus)
{
  CoachProgramCaller *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (COACH_TYPE_PROGRAM_CALLER, NULL);
  self->bus = g_object_ref (bus);
  return self;
}

/**
 * coach_program_caller_open:
 * @self: a caller
 *
 * Brings up the program's window.
 */
void
coach_program_caller_open (CoachProgramCaller *self)
{
  g_return_if_fail (COACH_IS_PROGRAM_CALLER (self));

  call (self, "Activate", g_variant_new ("(@a{sv})", g_variant_new ("a{sv}", NULL)));
}

/**
 * coach_program_caller_start_routine:
 * @self: a caller
 * @routine_id: a routine
 *
 * Has the program begin a routine, with all that it asks before one.
 */
void
coach_program_caller_start_routine (CoachProgramCaller *self,
                                    const char         *routine_id)
{
  GVariantBuilder parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_return_if_fail (COACH_IS_PROGRAM_CALLER (self));
  g_return_if_fail (routine_id != NULL);

  g_variant_builder_add (&parameters, "v", g_variant_new_string (routine_id));
  call (self, "ActivateAction",
        g_variant_new ("(sav@a{sv})", "start-routine", &parameters,
                       g_variant_new ("a{sv}", NULL)));
}
