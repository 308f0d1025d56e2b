#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-desktop-notifier.h"

#include "coach-notify-server-private.h"

/* A command without an answer for so long has failed. */
#define PATIENCE_US (5 * (gint64) G_USEC_PER_SEC)

/* Who looks at the clock so much later was stopped, and has not looked at the answers either. */
#define LATE_US G_USEC_PER_SEC

struct _CoachDesktopNotifier
{
  GObject            parent_instance;

  CoachClock        *clock;        /* (owned) */
  CoachNotifyServer *server;       /* (owned) */
  CoachNotifyWorker *worker;       /* (owned) (nullable): NULL until it is needed */

  /* What was asked of the worker: */
  guint              last_serial;
  guint              n_unfinished; /* commands without a report */
  guint              awaited;      /* the serial of a notice to be shown; 0 for none */
  guint              deadline_id;  /* 0 unless one is awaited */
  gint64             deadline_us;  /* monotonic */
  guint              shown;        /* the serial of the notice that is there; 0 for none */
  gboolean           is_hung;      /* a command was given up */

  /* The notice that is there, of this process or of one before: */
  guint              id;           /* 0 unless shown */
  char              *mark;         /* (owned) (nullable) */
};

typedef enum
{
  PROP_MARK = 1,
} CoachDesktopNotifierProperty;

static GParamSpec *properties[PROP_MARK + 1];

static void notifier_iface_init (CoachNotifierInterface *iface);

/**
 * CoachDesktopNotifier:
 *
 * Shows the notice by the desktop's server, through libnotify on a thread of its own, which is
 * started for the first notice. Nothing here waits, however long the server does.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachDesktopNotifier, coach_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_NOTIFIER, notifier_iface_init))

static void arm_deadline (CoachDesktopNotifier *self);

static void
set_mark (CoachDesktopNotifier *self,
          char                 *mark)
{
  g_autofree char *before = self->mark;

  self->mark = mark;
  if (g_strcmp0 (before, mark) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

/* Servers count from one, and names on the bus do so, too: the whole makes sure that nobody else's
 * notification is ever taken away. */
static char *
make_mark (CoachDesktopNotifier *self,
           guint                 id)
{
  g_autofree char *server_id = coach_notify_server_dup_id (self->server);

  return server_id != NULL ? g_strdup_printf ("%s %u", server_id, id) : NULL;
}

static void
update_mark (CoachDesktopNotifier *self)
{
  set_mark (self, self->id != 0 ? make_mark (self, self->id) : NULL);
}

static void
set_shown (CoachDesktopNotifier *self,
           guint                 serial,
           guint                 id)
{
  self->shown = serial;
  self->id = id;
  update_mark (self);
}

static void
stop_awaiting (CoachDesktopNotifier *self)
{
  self->awaited = 0;
  if (self->deadline_id != 0)
    coach_clock_remove_wake (self->clock, self->deadline_id);
  self->deadline_id = 0;
}

/* What is to be had again after a hang is told when the thread has been let go, too. */
static void
note_recovery (CoachDesktopNotifier *self)
{
  g_autofree char *server_id = coach_notify_server_dup_id (self->server);

  if (!self->is_hung || self->n_unfinished > 0)
    return;
  if (server_id == NULL)
    coach_notify_server_refused (self->server);
  else if (coach_notify_server_get_abilities (self->server) == COACH_NOTIFY_UNKNOWN)
    return;
  self->is_hung = FALSE;
  if (server_id != NULL)
    coach_notifier_tell_available (COACH_NOTIFIER (self));
}

static void
tell_failed (CoachDesktopNotifier *self)
{
  stop_awaiting (self);
  set_shown (self, 0, 0);
  coach_notifier_tell_failed (COACH_NOTIFIER (self));
}

static void
deadline_passed_cb (CoachClock *clock,
                    gpointer    user_data)
{
  CoachDesktopNotifier *self = user_data;

  self->deadline_id = 0;
  if (coach_clock_get_monotonic_us (clock) > self->deadline_us + LATE_US)
    {
      arm_deadline (self);
      return;
    }
  self->is_hung = TRUE;
  g_debug ("the server does not answer");
  coach_notify_server_doubt (self->server);
  tell_failed (self);
}

static void
arm_deadline (CoachDesktopNotifier *self)
{
  self->deadline_us = coach_clock_get_monotonic_us (self->clock) + PATIENCE_US;
  self->deadline_id = coach_clock_add_wake (self->clock, self->deadline_us, deadline_passed_cb,
                                            self);
}

static void
close_shown (CoachDesktopNotifier *self,
             guint                 id)
{
  self->n_unfinished++;
  coach_notify_worker_close (self->worker, ++self->last_serial, id);
}

/* It refused; whether it will again is seen by trying. Where only the words were not for it, they
 * can be chosen anew at once. */
static void
note_refusal (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  if (report->is_misworded)
    coach_notify_server_learn (self->server, report->abilities);
  else
    coach_notify_server_refused (self->server);
  tell_failed (self);
  if (report->is_misworded)
    coach_notifier_tell_available (COACH_NOTIFIER (self));
}

static void
note_shown (CoachDesktopNotifier    *self,
            const CoachNotifyReport *report)
{
  stop_awaiting (self);
  coach_notify_server_obeyed (self->server);
  set_shown (self, report->serial, report->id);
  coach_notifier_tell_shown (COACH_NOTIFIER (self));
}

/* What was shown after it was given up is not wanted, unless another took its place already. */
static void
command_done (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  self->n_unfinished--;
  if (report->serial != self->awaited)
    {
      if (report->id != 0 && self->n_unfinished == 0 && self->shown == 0)
        close_shown (self, 0);
    }
  else if (report->id != 0)
    note_shown (self, report);
  else
    note_refusal (self, report);
  note_recovery (self);
}

/* With the answer to a notice the one that was to replace it has lost its meaning. */
static gboolean
notice_ended (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  if (report->serial == 0 || report->serial != self->shown)
    return FALSE;
  stop_awaiting (self);
  set_shown (self, 0, 0);
  return TRUE;
}

static void
reported_cb (const CoachNotifyReport *report,
             gpointer                 user_data)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachDesktopNotifier) self = g_object_ref (user_data);

  switch (report->kind)
    {
    case COACH_NOTIFY_DONE:
      command_done (self, report);
      break;
    case COACH_NOTIFY_ACTION:
      if (notice_ended (self, report))
        {
          /* Not every server takes it away then. */
          close_shown (self, 0);
          coach_notifier_tell_action (COACH_NOTIFIER (self), report->action);
        }
      break;
    case COACH_NOTIFY_CLOSED:
    default:
      if (notice_ended (self, report))
        coach_notifier_tell_closed (COACH_NOTIFIER (self), report->end);
      break;
    }
}

static void
demand_worker (CoachDesktopNotifier *self)
{
  if (self->worker == NULL)
    self->worker = coach_notify_worker_new (reported_cb, self);
}

/* What a process before this one left behind is closed if the server is still the same one. */
static void
close_stale (CoachDesktopNotifier *self)
{
  const char *space = self->mark != NULL ? strrchr (self->mark, ' ') : NULL;
  guint64 id = 0;
  g_autofree char *mark = NULL;

  if (self->id != 0 || space == NULL
      || !g_ascii_string_to_unsigned (space + 1, 10, 1, G_MAXINT32, &id, NULL))
    return;
  mark = make_mark (self, (guint) id);
  if (g_strcmp0 (mark, self->mark) == 0)
    {
      demand_worker (self);
      close_shown (self, (guint) id);
    }
}

static void
server_came_cb (CoachDesktopNotifier *self)
{
  close_stale (self);
  update_mark (self);
}

static void
server_available_cb (CoachDesktopNotifier *self)
{
  if (self->is_hung)
    note_recovery (self);
  else
    coach_notifier_tell_available (COACH_NOTIFIER (self));
}

static void
server_lost_cb (CoachDesktopNotifier *self)
{
  stop_awaiting (self);
  if (self->worker != NULL)
    coach_notify_worker_forget (self->worker);
  set_shown (self, 0, 0);
}

static void
server_gone_cb (CoachDesktopNotifier *self)
{
  update_mark (self);
  coach_notifier_tell_vanished (COACH_NOTIFIER (self));
}

static void
connect_server (CoachDesktopNotifier *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "came", G_CALLBACK (server_came_cb) },
    { "available", G_CALLBACK (server_available_cb) },
    { "lost", G_CALLBACK (server_lost_cb) },
    { "gone", G_CALLBACK (server_gone_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->server, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
put_up (CoachNotifier     *notifier,
        const CoachNotice *notice)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (notifier);

  if (coach_notify_server_is_gone (self->server))
    {
      coach_notifier_tell_failed (notifier);
      return;
    }
  stop_awaiting (self);
  demand_worker (self);
  self->n_unfinished++;
  self->awaited = ++self->last_serial;
  arm_deadline (self);
  coach_notify_worker_show (self->worker, self->awaited, notice,
                            coach_notify_server_get_abilities (self->server));
}

static void
withdraw (CoachNotifier *notifier)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (notifier);
  gboolean is_there = self->shown != 0 || self->awaited != 0;

  if (!is_there)
    return;
  stop_awaiting (self);
  set_shown (self, 0, 0);
  close_shown (self, 0);
}

static gboolean
has_actions (CoachNotifier *notifier)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (notifier);
  CoachNotifyAbilities abilities = coach_notify_server_get_abilities (self->server);

  /* Most have. If one turns out not to, the notice is put into other words. */
  return abilities == COACH_NOTIFY_UNKNOWN || (abilities & COACH_NOTIFY_ACTIONS) != 0;
}

static void
notifier_iface_init (CoachNotifierInterface *iface)
{
  iface->show = put_up;
  iface->replace = put_up;
  iface->withdraw = withdraw;
  iface->has_actions = has_actions;
}

static void
coach_desktop_notifier_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  switch ((CoachDesktopNotifierProperty) property_id)
    {
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
coach_desktop_notifier_dispose (GObject *object)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  if (self->worker != NULL && self->shown + self->awaited != 0)
    coach_notify_worker_close (self->worker, 0, 0);
  g_clear_pointer (&self->worker, coach_notify_worker_end);
  if (self->clock != NULL)
    stop_awaiting (self);
  g_clear_object (&self->server);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (coach_desktop_notifier_parent_class)->dispose (object);
}

static void
coach_desktop_notifier_finalize (GObject *object)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  g_free (self->mark);

  G_OBJECT_CLASS (coach_desktop_notifier_parent_class)->finalize (object);
}

static void
coach_desktop_notifier_class_init (CoachDesktopNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = coach_desktop_notifier_get_property;
  object_class->dispose = coach_desktop_notifier_dispose;
  object_class->finalize = coach_desktop_notifier_finalize;

  /**
   * CoachDesktopNotifier:mark:
   *
   * By what a later process finds the notice that is there; %NULL when there is none.
   */
  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_desktop_notifier_init (CoachDesktopNotifier *self)
{
}

/**
 * coach_desktop_notifier_new:
 * @clock: the time
 * @session_bus: the bus of the session, where the server is looked for
 * @mark: (nullable): what [method@DesktopNotifier.get_mark] gave in a process that is no more
 *
 * Begins to look for a server. A notice that @mark still finds is taken away: nobody would hear of
 * its buttons.
 *
 * A notice that is there when the notifier goes is taken away as well, for which a server that
 * hangs is given a second.
 *
 * Returns: (transfer full): a notifier
 */
CoachDesktopNotifier *
coach_desktop_notifier_new (CoachClock   *clock,
                            CoachBusLink *session_bus,
                            const char   *mark)
{
  CoachDesktopNotifier *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock) && COACH_IS_BUS_LINK (session_bus), NULL);

  self = g_object_new (COACH_TYPE_DESKTOP_NOTIFIER, NULL);
  self->clock = g_object_ref (clock);
  self->mark = g_strdup (mark);
  self->server = coach_notify_server_new (clock, session_bus);
  connect_server (self);
  return self;
}

/**
 * coach_desktop_notifier_get_mark:
 * @self: a notifier
 *
 * Gets what is to be kept over a crash, so that the notice that is there now can be taken away by
 * the next process. It changes with `notify::mark`.
 *
 * Returns: (nullable): a line of text; %NULL when nothing is there
 */
const char *
coach_desktop_notifier_get_mark (CoachDesktopNotifier *self)
{
  g_return_val_if_fail (COACH_IS_DESKTOP_NOTIFIER (self), NULL);

  return self->mark;
}
