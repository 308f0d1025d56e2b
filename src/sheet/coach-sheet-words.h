#pragma once

#include "coach-sheet-content.h"
#include "host.h"

G_BEGIN_DECLS

/**
 * CoachSheetPictures:
 * @COACH_SHEET_PICTURES_LINES: line drawings, fit for toner
 * @COACH_SHEET_PICTURES_COLOR: the pictures of the screen
 * @COACH_SHEET_PICTURES_NONE: none
 *
 * Which pictures a sheet has.
 */
typedef enum
{
  COACH_SHEET_PICTURES_LINES,
  COACH_SHEET_PICTURES_COLOR,
  COACH_SHEET_PICTURES_NONE,
} CoachSheetPictures;

/**
 * CoachSheetFacts:
 * @catalog: (not nullable): the catalogue
 * @places: (not nullable): where the stills are
 * @profile: (not nullable): for whom, with the day set
 * @decision: (nullable): what the answers to the warning signs come to; it may speak against heat
 *   or cold
 * @help: (not nullable): whom to call
 * @pictures: which pictures
 * @name: (nullable): the person's name; %NULL for a line to write it on
 * @routine_text: (nullable): the text of the routine's file, for a code; %NULL for no code
 * @first_weekday: the day that a week begins with
 * @now: (not nullable): when it is made, in local time
 *
 * What a sheet is made from besides a plan; all borrowed from the caller. Nothing here unlocks what
 * a warning sign has off: who makes a sheet asks first.
 */
typedef struct
{
  CoachCatalog           *catalog;
  CoachPlaces            *places;
  CoachProfile           *profile;
  CoachScreeningDecision *decision;
  const CoachHelpNumbers *help;
  CoachSheetPictures      pictures;
  const char             *name;
  const char             *routine_text;
  GDateWeekday            first_weekday;
  GDateTime              *now;
} CoachSheetFacts;

gboolean           coach_sheet_pictures_from_id (const char             *id,
                                                 CoachSheetPictures     *pictures);
CoachSheetContent *coach_sheet_words_for_plan   (CoachPlan              *plan,
                                                 const CoachSheetFacts  *facts);
CoachSheetContent *coach_sheet_words_for_move   (CoachMovement          *movement,
                                                 const CoachSheetFacts  *facts,
                                                 GError                **error);
GDateTime         *coach_sheet_pick_time        (GDateTime              *now);

G_END_DECLS
