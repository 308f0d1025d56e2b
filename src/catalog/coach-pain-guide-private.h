#pragma once

#include "coach-catalog-private.h"
#include "coach-pain-guide.h"

G_BEGIN_DECLS

CoachPainGuide *coach_pain_guide_read (CoachCatalog       *catalog,
                                       CoachContentReader *reader);

G_END_DECLS
