#pragma once

#include "reminder.h"

G_BEGIN_DECLS

/**
 * CoachNotifyAbilities:
 * @COACH_NOTIFY_UNKNOWN: the server has not been asked yet
 * @COACH_NOTIFY_KNOWN: it answered
 * @COACH_NOTIFY_ACTIONS: it shows buttons
 * @COACH_NOTIFY_MARKUP: it takes the body for markup
 *
 * What a server of notifications can do.
 */
typedef enum
{
  COACH_NOTIFY_UNKNOWN = 0,
  COACH_NOTIFY_KNOWN   = 1 << 0,
  COACH_NOTIFY_ACTIONS = 1 << 1,
  COACH_NOTIFY_MARKUP  = 1 << 2,
} CoachNotifyAbilities;

/**
 * CoachNotifyReportKind:
 * @COACH_NOTIFY_DONE: a command was carried out, or failed
 * @COACH_NOTIFY_ACTION: a button of a notice was pressed
 * @COACH_NOTIFY_CLOSED: a notice went without an answer
 *
 * What a worker tells.
 */
typedef enum
{
  COACH_NOTIFY_DONE,
  COACH_NOTIFY_ACTION,
  COACH_NOTIFY_CLOSED,
} CoachNotifyReportKind;

/**
 * CoachNotifyReport:
 * @kind: what it is about
 * @serial: of the command, or of the command that showed the notice
 * @id: what the server calls the notice that is there now; 0 for none
 * @abilities: what the server can do, as far as is known
 * @is_misworded: the words are for buttons, and there are none
 * @action: (transfer full) (nullable): which button
 * @end: how it went
 *
 * A worker's report. A command to show failed if there is no notice afterwards.
 */
typedef struct
{
  CoachNotifyReportKind kind;
  guint                 serial;
  guint                 id;
  CoachNotifyAbilities  abilities;
  gboolean              is_misworded;
  char                 *action;
  CoachNoticeEnd        end;
} CoachNotifyReport;

typedef void (*CoachNotifyFunc) (const CoachNotifyReport *report, gpointer user_data);

typedef struct _CoachNotifyWorker CoachNotifyWorker;

CoachNotifyWorker    *coach_notify_worker_new       (CoachNotifyFunc       func,
                                                     gpointer              user_data);
void                  coach_notify_worker_show      (CoachNotifyWorker    *self,
                                                     guint                 serial,
                                                     const CoachNotice    *notice,
                                                     CoachNotifyAbilities  abilities);
void                  coach_notify_worker_close     (CoachNotifyWorker    *self,
                                                     guint                 serial,
                                                     guint                 id);
void                  coach_notify_worker_forget    (CoachNotifyWorker    *self);
void                  coach_notify_worker_end       (CoachNotifyWorker    *self);
CoachNotifyAbilities  coach_notify_abilities_add    (CoachNotifyAbilities  abilities,
                                                     const char           *capability);

G_END_DECLS
