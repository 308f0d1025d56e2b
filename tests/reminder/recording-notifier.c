#include "config.h"

#include "recording-notifier.h"

struct _RecordingNotifier
{
  GObject       parent_instance;

  RecordingFunc func;
  gpointer      user_data;
  gboolean      has_no_server;
  gboolean      is_visible;
};

static void notifier_iface_init (CoachNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RecordingNotifier, recording_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_NOTIFIER, notifier_iface_init))

static void
put_up (CoachNotifier     *notifier,
        const char        *what,
        const CoachNotice *notice)
{
  RecordingNotifier *self = RECORDING_NOTIFIER (notifier);

  if (self->has_no_server)
    {
      coach_notifier_tell_failed (notifier);
      return;
    }
  self->is_visible = TRUE;
  self->func (what, notice, self->user_data);
  coach_notifier_tell_shown (notifier);
}

static void
show (CoachNotifier     *notifier,
      const CoachNotice *notice)
{
  g_assert_false (RECORDING_NOTIFIER (notifier)->is_visible);
  put_up (notifier, "show", notice);
}

static void
replace (CoachNotifier     *notifier,
         const CoachNotice *notice)
{
  g_assert_true (RECORDING_NOTIFIER (notifier)->is_visible);
  put_up (notifier, "replace", notice);
}

static void
withdraw (CoachNotifier *notifier)
{
  RecordingNotifier *self = RECORDING_NOTIFIER (notifier);

  if (self->is_visible)
    self->func ("withdraw", NULL, self->user_data);
  self->is_visible = FALSE;
}

static gboolean
has_actions (CoachNotifier *notifier)
{
  return TRUE;
}

static void
notifier_iface_init (CoachNotifierInterface *iface)
{
  iface->show = show;
  iface->replace = replace;
  iface->withdraw = withdraw;
  iface->has_actions = has_actions;
}

static void
recording_notifier_class_init (RecordingNotifierClass *klass)
{
}

static void
recording_notifier_init (RecordingNotifier *self)
{
}

CoachNotifier *
recording_notifier_new (RecordingFunc func,
                        gpointer      user_data)
{
  RecordingNotifier *self = g_object_new (RECORDING_TYPE_NOTIFIER, NULL);

  self->func = func;
  self->user_data = user_data;
  return COACH_NOTIFIER (self);
}

void
recording_notifier_set_server (CoachNotifier *notifier,
                               gboolean       is_there)
{
  RecordingNotifier *self = RECORDING_NOTIFIER (notifier);

  self->has_no_server = !is_there;
  if (is_there)
    coach_notifier_tell_available (notifier);
  else
    {
      self->is_visible = FALSE;
      coach_notifier_tell_vanished (notifier);
    }
}

gboolean
recording_notifier_is_visible (CoachNotifier *notifier)
{
  return RECORDING_NOTIFIER (notifier)->is_visible;
}

/* As servers do, it closes what was answered. */
void
recording_notifier_press (CoachNotifier *notifier,
                          const char    *id)
{
  RECORDING_NOTIFIER (notifier)->is_visible = FALSE;
  coach_notifier_tell_action (notifier, id);
}

void
recording_notifier_close (CoachNotifier  *notifier,
                          CoachNoticeEnd  how)
{
  RECORDING_NOTIFIER (notifier)->is_visible = FALSE;
  coach_notifier_tell_closed (notifier, how);
}
