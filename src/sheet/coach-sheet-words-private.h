/* The parts of a sheet's words. For the module and its tests alone. */
#pragma once

#include "coach-sheet-words.h"

G_BEGIN_DECLS

/* coach-sheet-words-step.c */
CoachSheetStep *coach_sheet_words_add_step     (CoachSheetContent     *content,
                                                CoachMovement         *movement,
                                                const CoachDose       *dose,
                                                CoachSide              side,
                                                const CoachSheetFacts *facts);
void            coach_sheet_words_add_care     (CoachSheetStep        *step,
                                                CoachVerdict          *verdict);
char           *coach_sheet_words_find_still   (CoachMove             *move,
                                                const char            *key,
                                                const CoachSheetFacts *facts);

/* coach-sheet-words-care.c */
void            coach_sheet_words_add_left_out (CoachSheetContent     *content,
                                                const CoachSheetFacts *facts);
void            coach_sheet_words_add_stop     (CoachSheetContent     *content,
                                                const CoachSheetFacts *facts);
void            coach_sheet_words_add_help     (CoachSheetContent     *content,
                                                const CoachSheetFacts *facts);
void            coach_sheet_words_add_packs    (CoachSheetContent     *content,
                                                const CoachSheetFacts *facts);

G_END_DECLS
