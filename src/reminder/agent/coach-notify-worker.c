#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-notify-worker-private.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

/* At the end a server is given this long to take the notice away. */
#define PARTING_US G_USEC_PER_SEC

struct _CoachNotifyWorker
{
  GMainContext       *home;         /* (owned): where the reports go */
  CoachNotifyFunc     func;         /* (nullable): of home alone; NULL when nobody listens */
  gpointer            user_data;

  GMainContext       *context;      /* (owned): of the thread */
  GMainLoop          *loop;         /* (owned) */
  GThread            *thread;       /* (owned) (nullable): NULL at the end */
  GMutex              mutex;
  GCond               has_ended_cond;
  gboolean            has_ended;

  /* Of the thread alone: */
  GDBusConnection    *connection;   /* (owned) (nullable): the one that libnotify uses */
  NotifyNotification *notification; /* (owned) (nullable): the notice that is there */
};

typedef enum
{
  COMMAND_SHOW,
  COMMAND_CLOSE,
  COMMAND_FORGET,
  COMMAND_END,
} CommandKind;

typedef struct
{
  CoachNotifyWorker    *worker;    /* (owned) */
  CommandKind           kind;
  guint                 serial;
  guint                 id;        /* of a notice of another process; 0 for our own */
  CoachNotifyAbilities  abilities;
  gboolean              is_misworded;
  CoachNotice           notice;    /* its actions are constant texts and translations */
} Command;

typedef struct
{
  CoachNotifyWorker *worker; /* (owned) */
  CoachNotifyReport  report;
} Letter;

/* Which command showed the notice whose button was pressed. */
typedef struct
{
  CoachNotifyWorker *worker; /* (unowned): outlives its notification */
  guint              serial;
} Sender;

static void
free_worker (gpointer data)
{
  CoachNotifyWorker *self = data;

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_main_context_unref (self->home);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->has_ended_cond);
}

static void
worker_unref (CoachNotifyWorker *self)
{
  g_atomic_rc_box_release_full (self, free_worker);
}

/* Unlike g_main_context_invoke() it never calls on the spot, were nobody iterating the context just
 * now: what would block the main loop then is the very thing this thread is for. */
static void
send_to (GMainContext   *context,
         GSourceFunc     func,
         gpointer        data,
         GDestroyNotify  free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, context);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  worker_unref (letter->worker);
  g_free (letter->report.action);
  g_free (letter);
}

static gboolean
letter_arrived_cb (gpointer user_data)
{
  Letter *letter = user_data;

  if (letter->worker->func != NULL)
    letter->worker->func (&letter->report, letter->worker->user_data);
  return G_SOURCE_REMOVE;
}

static void
send_report (CoachNotifyWorker       *self,
             const CoachNotifyReport *report)
{
  Letter *letter = g_new0 (Letter, 1);

  letter->worker = g_atomic_rc_box_acquire (self);
  letter->report = *report;
  letter->report.action = g_strdup (report->action);
  send_to (self->home, letter_arrived_cb, letter, letter_free);
}

static void
action_pressed_cb (NotifyNotification *notification,
                   char               *action,
                   gpointer            user_data)
{
  Sender *sender = user_data;

  send_report (sender->worker, &(CoachNotifyReport) { .kind = COACH_NOTIFY_ACTION,
                                                      .serial = sender->serial,
                                                      .action = action });
}

static void
closed_cb (NotifyNotification *notification,
           gpointer            user_data)
{
  Sender *sender = user_data;
  gboolean is_dismissed = notify_notification_get_closed_reason (notification)
                          == NOTIFY_CLOSED_REASON_DISMISSED;

  send_report (sender->worker,
               &(CoachNotifyReport) { .kind = COACH_NOTIFY_CLOSED,
                                      .serial = sender->serial,
                                      .end = is_dismissed ? COACH_NOTICE_DISMISSED
                                                          : COACH_NOTICE_EXPIRED });
}

static guint
get_id (CoachNotifyWorker *self)
{
  int id = 0;

  if (self->notification != NULL)
    g_object_get (self->notification, "id", &id, NULL);
  return (guint) id;
}

static void
drop_notification (CoachNotifyWorker *self)
{
  if (self->notification != NULL)
    g_signal_handlers_disconnect_matched (self->notification, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                          closed_cb, NULL);
  g_clear_object (&self->notification);
}

/* A bus that went takes libnotify's connection along, and libnotify would keep it. Ending with it,
 * as programs do by default, is not for something that shall outlive it. */
static gboolean
reach_bus (CoachNotifyWorker *self)
{
  g_autoptr (GError) error = NULL;

  if (self->connection != NULL && g_dbus_connection_is_closed (self->connection))
    {
      drop_notification (self);
      notify_uninit ();
      g_clear_object (&self->connection);
    }
  if (self->connection == NULL)
    self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  if (self->connection == NULL)
    {
      g_debug ("no bus for notifications: %s", error->message);
      return FALSE;
    }
  g_dbus_connection_set_exit_on_close (self->connection, FALSE);
  return notify_init ("Lowtide");
}

static CoachNotifyAbilities
ask_server (void)
{
  GList *capabilities = notify_get_server_caps ();
  CoachNotifyAbilities abilities = COACH_NOTIFY_UNKNOWN;

  for (GList *i = capabilities; i != NULL; i = i->next)
    abilities = coach_notify_abilities_add (abilities, i->data);
  g_list_free_full (capabilities, g_free);
  return abilities;
}

static void
free_closure_data (gpointer  data,
                   GClosure *closure)
{
  g_free (data);
}

static Sender *
sender_new (const Command *command)
{
  Sender *sender = g_new (Sender, 1);

  *sender = (Sender) { command->worker, command->serial };
  return sender;
}

/* The notice itself is an action as well. A few servers make a button of it, which is not to be the
 * first. */
static void
add_actions (NotifyNotification *notification,
             const Command      *command)
{
  const CoachNotice *notice = &command->notice;

  for (guint i = 0; i < notice->n_actions; i++)
    notify_notification_add_action (notification, notice->actions[i].id, notice->actions[i].label,
                                    action_pressed_cb, sender_new (command), g_free);
  notify_notification_add_action (notification, COACH_NOTICE_DEFAULT, _("Open Lowtide"),
                                  action_pressed_cb, sender_new (command), g_free);
}

/* A new object each time, and the id of the one before: so it is in its place, and yet pops up. */
static void
prepare (CoachNotifyWorker *self,
         const Command     *command,
         guint              replaced_id)
{
  g_autofree char *escaped = g_markup_escape_text (command->notice.body, -1);
  gboolean is_markup = (command->abilities & COACH_NOTIFY_MARKUP) != 0;

  drop_notification (self);
  self->notification = g_object_new (NOTIFY_TYPE_NOTIFICATION,
                                     "id", (int) replaced_id,
                                     "summary", command->notice.title,
                                     "body", is_markup ? escaped : command->notice.body,
                                     "icon-name", APP_ID,
                                     NULL);
  notify_notification_set_urgency (self->notification, NOTIFY_URGENCY_NORMAL);
  notify_notification_set_hint (self->notification, "desktop-entry",
                                g_variant_new_string (APP_ID));
  if ((command->abilities & COACH_NOTIFY_ACTIONS) != 0)
    add_actions (self->notification, command);
  g_signal_connect_data (self->notification, "closed", G_CALLBACK (closed_cb), sender_new (command),
                         free_closure_data, 0);
}

static void
close_stranger (guint id)
{
  g_autoptr (GObject) notification = g_object_new (NOTIFY_TYPE_NOTIFICATION, "id", (int) id,
                                                   "summary", "", NULL);

  notify_notification_close (NOTIFY_NOTIFICATION (notification), NULL);
}

/* Words that were chosen for buttons are not shown where there are none. What was to be replaced by
 * something that was refused would stay there without anybody who hears of its buttons. */
static void
show (CoachNotifyWorker *self,
      Command           *command)
{
  guint replaced_id = get_id (self);
  g_autoptr (GError) error = NULL;

  if (command->abilities == COACH_NOTIFY_UNKNOWN)
    {
      command->abilities = ask_server ();
      command->is_misworded = command->abilities != COACH_NOTIFY_UNKNOWN
                              && (command->abilities & COACH_NOTIFY_ACTIONS) == 0
                              && command->notice.n_actions > 0;
      if (command->is_misworded)
        return;
    }
  prepare (self, command, replaced_id);
  if (notify_notification_show (self->notification, &error))
    return;
  g_debug ("the notice was not shown: %s", error->message);
  drop_notification (self);
  if (replaced_id != 0)
    close_stranger (replaced_id);
}

static void
close_notice (CoachNotifyWorker *self,
              guint              id)
{
  if (id != 0)
    close_stranger (id);
  else if (self->notification != NULL)
    {
      notify_notification_close (self->notification, NULL);
      drop_notification (self);
    }
}

static void
command_free (gpointer data)
{
  Command *command = data;

  coach_notice_clear (&command->notice);
  worker_unref (command->worker);
  g_free (command);
}

static void
report_done (const Command *command)
{
  send_report (command->worker, &(CoachNotifyReport) { .kind = COACH_NOTIFY_DONE,
                                                       .serial = command->serial,
                                                       .id = get_id (command->worker),
                                                       .abilities = command->abilities,
                                                       .is_misworded = command->is_misworded });
}

static gboolean
command_arrived_cb (gpointer user_data)
{
  Command *command = user_data;
  CoachNotifyWorker *self = command->worker;

  switch (command->kind)
    {
    case COMMAND_SHOW:
      if (reach_bus (self))
        show (self, command);
      report_done (command);
      break;
    case COMMAND_CLOSE:
      if (reach_bus (self))
        close_notice (self, command->id);
      report_done (command);
      break;
    case COMMAND_FORGET:
      drop_notification (self);
      break;
    case COMMAND_END:
    default:
      g_main_loop_quit (self->loop);
      break;
    }
  return G_SOURCE_REMOVE;
}

static Command *
command_new (CoachNotifyWorker *self,
             CommandKind        kind,
             guint              serial)
{
  Command *command = g_new0 (Command, 1);

  command->worker = g_atomic_rc_box_acquire (self);
  command->kind = kind;
  command->serial = serial;
  return command;
}

static void
send_command (Command *command)
{
  send_to (command->worker->context, command_arrived_cb, command, command_free);
}

/* libnotify's own signals arrive where its proxy was made, and what it lets go is freed there, too,
 * a little later. */
static gpointer
work (gpointer data)
{
  CoachNotifyWorker *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  drop_notification (self);
  notify_uninit ();
  g_clear_object (&self->connection);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);

  g_mutex_lock (&self->mutex);
  self->has_ended = TRUE;
  g_cond_signal (&self->has_ended_cond);
  g_mutex_unlock (&self->mutex);
  worker_unref (self);
  return NULL;
}

/**
 * coach_notify_worker_new:
 * @func: called for each report, where this was called
 * @user_data: (unowned): handed to @func
 *
 * Starts a thread that alone calls libnotify: all of its calls wait for the server, which may hang.
 * There can be one at a time, since libnotify keeps its connection for the whole process.
 *
 * Returns: (transfer full): a worker
 */
CoachNotifyWorker *
coach_notify_worker_new (CoachNotifyFunc func,
                         gpointer        user_data)
{
  CoachNotifyWorker *self = g_atomic_rc_box_new0 (CoachNotifyWorker);

  self->home = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->has_ended_cond);
  self->thread = g_thread_new ("notifications", work, g_atomic_rc_box_acquire (self));
  return self;
}

/**
 * coach_notify_worker_show:
 * @self: a worker
 * @serial: what the reports call it
 * @notice: what it says; copied
 * @abilities: what the server can do; it is asked when that is unknown
 *
 * Has a notice shown, in the place of the one that is there.
 */
void
coach_notify_worker_show (CoachNotifyWorker    *self,
                          guint                 serial,
                          const CoachNotice    *notice,
                          CoachNotifyAbilities  abilities)
{
  Command *command = command_new (self, COMMAND_SHOW, serial);

  command->abilities = abilities;
  command->notice = *notice;
  command->notice.title = g_strdup (notice->title);
  command->notice.body = g_strdup (notice->body);
  send_command (command);
}

/**
 * coach_notify_worker_close:
 * @self: a worker
 * @serial: what the report calls it
 * @id: what the server calls it, if another process showed it; 0 for our own
 *
 * Has a notice taken away, if it is there.
 */
void
coach_notify_worker_close (CoachNotifyWorker *self,
                           guint              serial,
                           guint              id)
{
  Command *command = command_new (self, COMMAND_CLOSE, serial);

  command->id = id;
  send_command (command);
}

/**
 * coach_notify_worker_forget:
 * @self: a worker
 *
 * Tells that the server is gone, and the notice with it. There is no report.
 */
void
coach_notify_worker_forget (CoachNotifyWorker *self)
{
  send_command (command_new (self, COMMAND_FORGET, 0));
}

static gboolean
wait_for_end (CoachNotifyWorker *self)
{
  gint64 until_us = g_get_monotonic_time () + PARTING_US;
  gboolean has_ended;

  g_mutex_lock (&self->mutex);
  while (!self->has_ended)
    if (!g_cond_wait_until (&self->has_ended_cond, &self->mutex, until_us))
      break;
  has_ended = self->has_ended;
  g_mutex_unlock (&self->mutex);
  return has_ended;
}

/**
 * coach_notify_worker_end:
 * @self: (transfer full): a worker
 *
 * Has the thread end when all commands were carried out. Waits a second for that, and leaves it to
 * itself if the server hangs. Nothing is reported any more.
 */
void
coach_notify_worker_end (CoachNotifyWorker *self)
{
  self->func = NULL;
  send_command (command_new (self, COMMAND_END, 0));
  if (wait_for_end (self))
    g_thread_join (self->thread);
  else
    g_thread_unref (self->thread);
  self->thread = NULL;
  worker_unref (self);
}

/**
 * coach_notify_abilities_add:
 * @abilities: what is known
 * @capability: a word of the server's
 *
 * Reads what a server says that it can do.
 *
 * Returns: what is known then
 */
CoachNotifyAbilities
coach_notify_abilities_add (CoachNotifyAbilities  abilities,
                            const char           *capability)
{
  abilities |= COACH_NOTIFY_KNOWN;
  if (g_str_equal (capability, "actions"))
    abilities |= COACH_NOTIFY_ACTIONS;
  else if (g_str_equal (capability, "body-markup"))
    abilities |= COACH_NOTIFY_MARKUP;
  return abilities;
}
