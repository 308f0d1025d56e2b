#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COACH_TYPE_NOTIFIER (coach_notifier_get_type ())
G_DECLARE_INTERFACE (CoachNotifier, coach_notifier, COACH, NOTIFIER, GObject)

/* Ids of the actions of a notice. */
#define COACH_NOTICE_STAND   "stand"
#define COACH_NOTICE_CHAIR   "chair"
#define COACH_NOTICE_LATER   "later"
#define COACH_NOTICE_SIT     "sit"
#define COACH_NOTICE_ENOUGH  "enough"
#define COACH_NOTICE_DEFAULT "default"

#define COACH_NOTICE_MAX_ACTIONS 3

/**
 * CoachNoticeAction:
 * @id: what [signal@Notifier::action] tells
 * @label: (transfer none): a translated word or two
 *
 * A button of a notice.
 */
typedef struct
{
  const char *id;
  const char *label;
} CoachNoticeAction;

/**
 * CoachNotice:
 * @title: (transfer full): plain text
 * @body: (transfer full): plain text: whoever shows it as markup escapes it
 * @n_actions: how many buttons there are
 * @actions: the buttons, most important first
 *
 * What a notification says.
 */
typedef struct
{
  char              *title;
  char              *body;
  guint              n_actions;
  CoachNoticeAction  actions[COACH_NOTICE_MAX_ACTIONS];
} CoachNotice;

void coach_notice_clear (CoachNotice *notice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachNotice, coach_notice_clear)

/**
 * CoachNoticeEnd:
 * @COACH_NOTICE_DISMISSED: the person closed it
 * @COACH_NOTICE_EXPIRED: it went away by itself
 *
 * How a notification went.
 */
typedef enum
{
  COACH_NOTICE_DISMISSED,
  COACH_NOTICE_EXPIRED,
} CoachNoticeEnd;

/**
 * CoachNotifierInterface:
 * @show: shows a notice; none is there
 * @replace: shows a notice in the place of the one that is there, as something new
 * @withdraw: takes away the one that is there, also one of a process that crashed, if it is known
 * @has_actions: whether buttons will be seen
 *
 * Where the one notification is shown: the desktop in the program, a list in the tests. None of
 * them waits, and none of them fails but by a signal.
 */
struct _CoachNotifierInterface
{
  GTypeInterface parent_iface;

  void (*show) (CoachNotifier *self, const CoachNotice *notice);
  void (*replace) (CoachNotifier *self, const CoachNotice *notice);
  void (*withdraw) (CoachNotifier *self);
  gboolean (*has_actions) (CoachNotifier *self);
};

void     coach_notifier_show            (CoachNotifier     *self,
                                         const CoachNotice *notice);
void     coach_notifier_replace         (CoachNotifier     *self,
                                         const CoachNotice *notice);
void     coach_notifier_withdraw        (CoachNotifier     *self);
gboolean coach_notifier_has_actions     (CoachNotifier     *self);

void     coach_notifier_tell_shown      (CoachNotifier     *self);
void     coach_notifier_tell_failed     (CoachNotifier     *self);
void     coach_notifier_tell_action     (CoachNotifier     *self,
                                         const char        *id);
void     coach_notifier_tell_closed     (CoachNotifier     *self,
                                         CoachNoticeEnd     how);
void     coach_notifier_tell_vanished   (CoachNotifier     *self);
void     coach_notifier_tell_available  (CoachNotifier     *self);

G_END_DECLS
