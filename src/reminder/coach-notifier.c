#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-notifier.h"

typedef enum
{
  SIGNAL_SHOWN,
  SIGNAL_FAILED,
  SIGNAL_ACTION,
  SIGNAL_CLOSED,
  SIGNAL_VANISHED,
  SIGNAL_AVAILABLE,
} CoachNotifierSignal;

static guint signals[SIGNAL_AVAILABLE + 1];

/**
 * CoachNotifier:
 *
 * Shows the one notification, and tells what becomes of it.
 */
G_DEFINE_INTERFACE (CoachNotifier, coach_notifier, G_TYPE_OBJECT)

static void
coach_notifier_default_init (CoachNotifierInterface *iface)
{
  /**
   * CoachNotifier::shown:
   * @self: a notifier
   *
   * The notice is there.
   */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachNotifier::failed:
   * @self: a notifier
   *
   * It could not be shown: there is no server, or it refused.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachNotifier::action:
   * @self: a notifier
   * @id: which
   *
   * A button was pressed, or the notice itself, %COACH_NOTICE_DEFAULT. It is gone or about to go.
   */
  signals[SIGNAL_ACTION] = g_signal_new ("action", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * CoachNotifier::closed:
   * @self: a notifier
   * @how: a [enum@NoticeEnd]
   *
   * It went without an answer. Not told after withdrawing it.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * CoachNotifier::vanished:
   * @self: a notifier
   *
   * The server is gone, and the notice with it, if there was one.
   */
  signals[SIGNAL_VANISHED]
      = g_signal_new ("vanished", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
  /**
   * CoachNotifier::available:
   * @self: a notifier
   *
   * A server has come, be it for the first time or again.
   */
  signals[SIGNAL_AVAILABLE]
      = g_signal_new ("available", COACH_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

/**
 * coach_notice_clear:
 * @notice: a notice that was filled in
 *
 * Frees what is in it.
 */
void
coach_notice_clear (CoachNotice *notice)
{
  g_clear_pointer (&notice->title, g_free);
  g_clear_pointer (&notice->body, g_free);
  notice->n_actions = 0;
}

/**
 * coach_notifier_show:
 * @self: a notifier
 * @notice: what it says
 *
 * Shows a notice where none is.
 */
void
coach_notifier_show (CoachNotifier     *self,
                     const CoachNotice *notice)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self) && notice != NULL);

  COACH_NOTIFIER_GET_IFACE (self)->show (self, notice);
}

/**
 * coach_notifier_replace:
 * @self: a notifier
 * @notice: what it says
 *
 * Shows a notice in the place of the one that is there.
 */
void
coach_notifier_replace (CoachNotifier     *self,
                        const CoachNotice *notice)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self) && notice != NULL);

  COACH_NOTIFIER_GET_IFACE (self)->replace (self, notice);
}

/**
 * coach_notifier_withdraw:
 * @self: a notifier
 *
 * Takes the notice away. Does nothing when there is none.
 */
void
coach_notifier_withdraw (CoachNotifier *self)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  COACH_NOTIFIER_GET_IFACE (self)->withdraw (self);
}

/**
 * coach_notifier_has_actions:
 * @self: a notifier
 *
 * Tells whether a notice's buttons will be seen, so that its text need not do without.
 *
 * Returns: whether the server has actions
 */
gboolean
coach_notifier_has_actions (CoachNotifier *self)
{
  g_return_val_if_fail (COACH_IS_NOTIFIER (self), FALSE);

  return COACH_NOTIFIER_GET_IFACE (self)->has_actions (self);
}

/**
 * coach_notifier_tell_shown:
 * @self: a notifier
 *
 * Emits [signal@Notifier::shown], for those who implement the interface.
 */
void
coach_notifier_tell_shown (CoachNotifier *self)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/**
 * coach_notifier_tell_failed:
 * @self: a notifier
 *
 * Emits [signal@Notifier::failed], for those who implement the interface.
 */
void
coach_notifier_tell_failed (CoachNotifier *self)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_FAILED], 0);
}

/**
 * coach_notifier_tell_action:
 * @self: a notifier
 * @id: which
 *
 * Emits [signal@Notifier::action], for those who implement the interface.
 */
void
coach_notifier_tell_action (CoachNotifier *self,
                            const char    *id)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_ACTION], 0, id);
}

/**
 * coach_notifier_tell_closed:
 * @self: a notifier
 * @how: how it went
 *
 * Emits [signal@Notifier::closed], for those who implement the interface.
 */
void
coach_notifier_tell_closed (CoachNotifier  *self,
                            CoachNoticeEnd  how)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, (int) how);
}

/**
 * coach_notifier_tell_vanished:
 * @self: a notifier
 *
 * Emits [signal@Notifier::vanished], for those who implement the interface.
 */
void
coach_notifier_tell_vanished (CoachNotifier *self)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_VANISHED], 0);
}

/**
 * coach_notifier_tell_available:
 * @self: a notifier
 *
 * Emits [signal@Notifier::available], for those who implement the interface.
 */
void
coach_notifier_tell_available (CoachNotifier *self)
{
  g_return_if_fail (COACH_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SIGNAL_AVAILABLE], 0);
}
