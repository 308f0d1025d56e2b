#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachTermKind:
 * @COACH_TERM_GROUP: kinds of exercise
 * @COACH_TERM_POSITION: starting positions
 * @COACH_TERM_EQUIPMENT: what the program may ask for
 * @COACH_TERM_PROP: what pictures of moves to avoid may show
 * @COACH_TERM_MUSCLE: muscles and the like
 *
 * The closed vocabularies of the catalogue.
 */
typedef enum
{
  COACH_TERM_GROUP,
  COACH_TERM_POSITION,
  COACH_TERM_EQUIPMENT,
  COACH_TERM_PROP,
  COACH_TERM_MUSCLE,
} CoachTermKind;

const char * const *coach_term_list_ids (CoachTermKind  kind);
const char         *coach_term_get_name (CoachTermKind  kind,
                                         const char    *id);
char               *coach_term_join_names (CoachTermKind       kind,
                                           const char * const *ids);

G_END_DECLS
