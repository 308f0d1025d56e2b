#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoachHurtsAnswer:
 * @COACH_HURTS_GO_ON: it was a pull that goes when one stops
 * @COACH_HURTS_LEAVE_OUT: this move is left out today
 * @COACH_HURTS_STOP: the session ends
 *
 * What a person decides when something hurts.
 */
typedef enum
{
  COACH_HURTS_GO_ON,
  COACH_HURTS_LEAVE_OUT,
  COACH_HURTS_STOP,
} CoachHurtsAnswer;

/**
 * CoachHurtsAnswerFunc:
 * @answer: what was decided
 * @user_data: what was given to coach_hurts_dialog_show()
 *
 * Called once when the person has decided.
 */
typedef void (*CoachHurtsAnswerFunc) (CoachHurtsAnswer answer,
                                      gpointer         user_data);

GtkWindow *coach_hurts_dialog_show (GtkWindow            *parent,
                                    CoachHurtsAnswerFunc  func,
                                    gpointer              user_data);

G_END_DECLS
