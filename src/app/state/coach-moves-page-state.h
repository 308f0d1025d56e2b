#pragma once

#include "safety.h"

G_BEGIN_DECLS

/* The chip that shows what is left out; the others are the ids of groups. */
#define COACH_MOVES_CHIP_AVOID "avoid"

/**
 * CoachMovesPageState:
 * @moves: (not nullable) (element-type CoachMove): what the grid shows, in its order
 * @warning: (nullable): what was asked for and is to be left out or done otherwise
 * @why: (nullable): a sentence that says why; %NULL without @warning
 * @substitutes: (not nullable) (element-type CoachMovement): what to do in place of @warning, the
 *   first choice first
 *
 * What the library of moves shows.
 */
typedef struct
{
  GPtrArray *moves;
  CoachMove *warning;
  char      *why;
  GPtrArray *substitutes;
} CoachMovesPageState;

CoachMovesPageState *coach_moves_page_state_from (CoachCatalog        *catalog,
                                                  CoachProfile        *profile,
                                                  const char          *words,
                                                  const char          *chip);
void                 coach_moves_page_state_free (CoachMovesPageState *self);
GPtrArray           *coach_moves_page_list_chips (CoachCatalog        *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachMovesPageState, coach_moves_page_state_free)

G_END_DECLS
