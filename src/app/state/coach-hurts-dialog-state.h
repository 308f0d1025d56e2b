#pragma once

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachHurtsChoice:
 * @label: (owned) (not nullable): what the button says
 * @event: what pressing it means
 * @value: the value beside the event
 *
 * One big button.
 */
typedef struct
{
  char            *label;
  CoachHurtsEvent  event;
  guint            value;
} CoachHurtsChoice;

/**
 * CoachHurtsDialogState:
 * @question: (owned) (not nullable): what is asked
 * @text: (owned) (nullable): what to know about it
 * @choices: (owned) (element-type CoachHurtsChoice): the buttons, in the order of their keys
 * @asks_score: whether @choices are 0 to 10, each by the key of its number
 * @counts_down: whether a wait runs beside it
 *
 * What one screen of "It hurts" shows.
 */
typedef struct
{
  char     *question;
  char     *text;
  GArray   *choices;
  gboolean  asks_score;
  gboolean  counts_down;
} CoachHurtsDialogState;

/* In for four, out for six: the count of the catalogue's belly breathing. */
#define COACH_BREATHE_IN_SECONDS  4
#define COACH_BREATHE_OUT_SECONDS 6

CoachHurtsDialogState *coach_hurts_dialog_state_new  (CoachCatalog          *catalog,
                                                      const CoachHurtsState *hurts,
                                                      CoachMovement         *movement,
                                                      gboolean               in_session);
void                   coach_hurts_dialog_state_free (CoachHurtsDialogState *state);
const char            *coach_hurts_dialog_get_breath (guint                  passed_s);
const char            *coach_hurts_dialog_get_kind_name (CoachHurtsKind      kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachHurtsDialogState, coach_hurts_dialog_state_free)

G_END_DECLS
