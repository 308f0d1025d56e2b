#pragma once

#include "coach-figure.h"

G_BEGIN_DECLS

void coach_figure_read_groups (CoachFigure *self,
                               CoachReader *reader);
int  coach_figure_read_segment (CoachFigure *self,
                                CoachReader *reader,
                                const char  *member);
void coach_figure_add_left    (CoachFigure *self);

G_END_DECLS
