#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoachSessionAsked:
 * @COACH_SESSION_ASKED_SKIP: whether to skip the move
 * @COACH_SESSION_ASKED_BACK: whether to go back
 * @COACH_SESSION_ASKED_STOP: whether to end the session
 *
 * What is asked over a session.
 */
typedef enum
{
  COACH_SESSION_ASKED_SKIP,
  COACH_SESSION_ASKED_BACK,
  COACH_SESSION_ASKED_STOP,
} CoachSessionAsked;

#define COACH_TYPE_SESSION_QUESTION (coach_session_question_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionQuestion, coach_session_question, COACH, SESSION_QUESTION,
                      GtkWidget)

void              coach_session_question_ask       (CoachSessionQuestion *self,
                                                    CoachSessionAsked     asked);
void              coach_session_question_withdraw  (CoachSessionQuestion *self);
void              coach_session_question_press     (CoachSessionQuestion *self);
gboolean          coach_session_question_is_open   (CoachSessionQuestion *self);
CoachSessionAsked coach_session_question_get_asked (CoachSessionQuestion *self);

G_END_DECLS
